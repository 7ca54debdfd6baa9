package duijie.accounts.web;

/**
 * A one-time password, shown once.
 *
 * @param added whether the account is new
 * @param href where to go on from there
 * @param label what that is called
 */
public record GivenPasswordPage(
    boolean added,
    String name,
    String display,
    String organisation,
    String password,
    String href,
    String label) {}
