package duijie.portal.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;

/** Answers with the page of one record; one that the public may not see is not there. */
@Singleton
final class RecordAnswers {

  private final Shells shells;
  private final Html html;

  RecordAnswers(Shells shells, Html html) {
    this.shells = shells;
    this.html = html;
  }

  /**
   * The page that a request asks for.
   *
   * @param page the page of the record of this id, if the public may see it
   */
  HttpResponse<String> answer(
      HttpRequest<?> request, ListKind kind, BiFunction<String, Tab, Optional<RecordPage>> page) {
    var parameters = new Parameters(request.getParameters());
    var tab = Tab.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return html.refused(parameters.problems());
    }
    return Links.identifier(request, kind.path())
        .flatMap(id -> page.apply(id, tab))
        .<HttpResponse<String>>map(record -> answer(kind, record))
        .orElseGet(() -> html.notFound(kind.missing()));
  }

  private HttpResponse<String> answer(ListKind kind, RecordPage page) {
    var shell =
        shells.shell(
            page.name(),
            kind.path(),
            new Shell.Crumb(kind.title(), kind.path()),
            new Shell.Crumb(page.name(), null));
    var exclusions = page.exclusions();
    boolean beyond = exclusions != null && exclusions.paging().beyond();
    return html.page(beyond ? HttpStatus.NOT_FOUND : HttpStatus.OK, "record", shell, page);
  }
}
