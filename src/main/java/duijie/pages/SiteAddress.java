package duijie.pages;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Where the site is reached from elsewhere, for what is read away from its pages: codes, papers,
 * calendars.
 */
@Singleton
public final class SiteAddress {

  private final String site;

  /**
   * @param site what the person who runs the site says; blank to go by how a request reached it
   */
  SiteAddress(@Property(name = "duijie.site", defaultValue = "") String site) {
    this.site = site.strip().replaceAll("/+$", "");
  }

  /** The whole address of a page, for whoever made this request. */
  public String of(HttpRequest<?> request, String path) {
    if (!site.isEmpty()) {
      return site + path;
    }
    var host = request.getHeaders().get(HttpHeaders.HOST);
    var scheme = Arrival.of(request).safe() ? "https://" : "http://";
    return scheme + (host == null ? "localhost" : host) + path;
  }
}
