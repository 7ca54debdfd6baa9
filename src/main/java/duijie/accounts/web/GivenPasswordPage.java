package duijie.accounts.web;

/**
 * A one-time password, shown once.
 *
 * @param added whether the account is new
 */
public record GivenPasswordPage(
    boolean added, String name, String display, String organisation, String password) {}
