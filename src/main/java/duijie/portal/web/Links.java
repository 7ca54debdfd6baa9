package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.pages.Addresses;
import duijie.projects.Project;
import io.micronaut.http.HttpRequest;
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

  /** Where the bureau reviews an agency. */
  static String review(Agency.Id id) {
    return "/reviews/agencies/" + Addresses.encode(id.value());
  }

  static String agency(Agency.Id id) {
    return AGENCIES + "/" + Addresses.encode(id.value());
  }

  /** The identifier behind the prefix in a request's path; empty where it is malformed. */
  static Optional<String> identifier(HttpRequest<?> request, String prefix) {
    return Addresses.identifier(request, prefix);
  }
}
