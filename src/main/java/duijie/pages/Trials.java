package duijie.pages;

import java.util.List;

/**
 * The sign-ins that are offered on the page for trying out; none unless this is a demonstration.
 */
public interface Trials {

  List<SignInPage.Trial> all();
}
