package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.pages.Addresses;
import duijie.projects.Project;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses within the site. An identifier is one segment of a path, whatever its characters. */
final class Links {

  static final String PROJECTS = "/projects";
  static final String AGENCIES = "/agencies";
  static final String WORKBOOK = "/matchmaking.xlsx";

  private Links() {}

  static String project(Project.Id id) {
    return PROJECTS + "/" + Addresses.encode(id.value());
  }

  static String agency(Agency.Id id) {
    return AGENCIES + "/" + Addresses.encode(id.value());
  }

  /**
   * The identifier behind the prefix in a request's path, decoded exactly once: the router would
   * read a slash or a percent sign within an identifier as its own. Empty where an escape is
   * malformed, and for a zero character, which no database text can hold.
   */
  static Optional<String> identifier(HttpRequest<?> request, String prefix) {
    var raw = request.getUri().getRawPath();
    if (raw == null || raw.length() <= prefix.length() + 1) {
      return Optional.empty();
    }
    try {
      var segment = raw.substring(prefix.length() + 1).replace("+", "%2B");
      return Optional.of(URLDecoder.decode(segment, StandardCharsets.UTF_8))
          .filter(identifier -> identifier.indexOf('\0') < 0);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
