package duijie.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;

/** The order in which a request is looked at before a route answers it. */
public final class Guarding {

  /** What is said beside every answer, also beside those that the guards give. */
  public static final int HEADERS = 0;

  /** Where it comes from, and whether safely. */
  public static final int ARRIVAL = 50;

  /** Who asks. */
  public static final int VISITOR = 100;

  /** Whether a program asks too much. */
  public static final int BUDGET = 150;

  /** Whether there is more of it than anybody reads. */
  public static final int SIZE = 160;

  /** Whether a form is one of this site's. */
  public static final int FORMS = 200;

  /** Whether they may. */
  public static final int ROUTES = 300;

  private Guarding() {}

  /** Whether a file is asked for that is the same for everybody. */
  public static boolean file(HttpRequest<?> request) {
    var path = request.getPath();
    return path.startsWith("/assets/") || path.startsWith("/webjars/");
  }

  /** Whether code of ours answers the request; the rest are files for everybody, or nothing. */
  public static boolean routed(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).isPresent();
  }
}
