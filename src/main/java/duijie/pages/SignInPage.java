package duijie.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in.
 *
 * @param name what was typed as the name
 * @param problem why they are not signed in yet, or null
 * @param back where they go then
 * @param action where a form goes that they had sent before, or null
 * @param kept what they had filled into that form
 * @param trials sign-ins that are offered for trying out
 */
public record SignInPage(
    String name,
    @Nullable String problem,
    String back,
    @Nullable String action,
    List<Param> kept,
    List<Trial> trials) {

  /** Begins the names of the fields that keep another form. */
  public static final String KEPT = "kept.";

  /** Signing in for the sake of a form that was just sent. */
  static SignInPage resuming(String action, List<Param> kept) {
    return new SignInPage("", null, "/", action, kept, List.of());
  }

  public String heading() {
    return action == null ? "登录" : "请重新登录，再继续提交";
  }

  /**
   * A sign-in of the demonstration.
   *
   * @param password the same for everybody to see
   */
  public record Trial(String role, String name, String password, String who) {}
}
