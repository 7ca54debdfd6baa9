package duijie.accounts.web;

import java.util.List;

/**
 * Where somebody chooses their password.
 *
 * @param name their sign-in name
 * @param organisation for whom they act
 * @param roles what they are there for
 * @param given whether they have to, because the present one was given to them
 * @param current what is wrong with the present password that was typed
 * @param chosen what is wrong with the new one
 */
public record PasswordPage(
    String name,
    String organisation,
    String roles,
    boolean given,
    List<String> current,
    List<String> chosen) {

  public boolean faulty() {
    return !current.isEmpty() || !chosen.isEmpty();
  }
}
