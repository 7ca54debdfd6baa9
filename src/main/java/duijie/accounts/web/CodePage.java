package duijie.accounts.web;

import duijie.pages.Param;
import duijie.pages.SignInPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody whose password was right gives the code from their telephone.
 *
 * @param halfway for the form: which sign-in it is
 * @param problem why they are not signed in yet, or null
 * @param back where they go then
 * @param action where a form goes that they had sent before, or null
 * @param kept what they had filled into that form
 */
public record CodePage(
    String halfway,
    @Nullable String problem,
    String back,
    @Nullable String action,
    List<Param> kept) {

  public String heading() {
    return "请输入验证码";
  }

  /** Begins the names of the fields that keep another form. */
  public String keeping() {
    return SignInPage.KEPT;
  }
}
