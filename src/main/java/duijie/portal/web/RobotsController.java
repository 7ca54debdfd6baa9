package duijie.portal.web;

import duijie.pages.ForAnybody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Tells crawlers to read the records and to leave the endless combinations of filters alone. */
@Controller
@ForAnybody
final class RobotsController {

  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /*?
      Disallow: /matchmaking.xlsx
      Disallow: /sign-in
      """;

  @Get(uri = "/robots.txt", produces = MediaType.TEXT_PLAIN)
  HttpResponse<String> robots() {
    return HttpResponse.ok(ROBOTS).contentType(MediaType.TEXT_PLAIN_TYPE);
  }
}
