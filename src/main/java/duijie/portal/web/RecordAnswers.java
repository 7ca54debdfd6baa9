package duijie.portal.web;

import duijie.pages.Html;
import duijie.pages.Parameters;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Answers with the page of one record; one that the public may not see is not there. */
@Singleton
final class RecordAnswers {

  private final Shells shells;
  private final Html html;

  RecordAnswers(Shells shells, Html html) {
    this.shells = shells;
    this.html = html;
  }

  /** Makes the page of the record of an id; empty where the visitor may see none. */
  interface Pages {
    Optional<RecordPage> page(String id, Tab tab, Visitor visitor);
  }

  /**
   * The page that a request asks for.
   *
   * @param pages the page of the record of this id, if the public may see it
   */
  HttpResponse<String> answer(HttpRequest<?> request, ListKind kind, Pages pages) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var tab = Tab.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    return Links.identifier(request, kind.path())
        .flatMap(id -> pages.page(id, tab, visitor))
        .<HttpResponse<String>>map(record -> answer(visitor, kind, record))
        .orElseGet(() -> html.notFound(visitor, kind.missing()));
  }

  private HttpResponse<String> answer(Visitor visitor, ListKind kind, RecordPage page) {
    var shell =
        shells.shell(
            visitor,
            page.name(),
            kind.path(),
            new Shell.Crumb(kind.title(), kind.path()),
            new Shell.Crumb(page.name(), null));
    var exclusions = page.exclusions();
    boolean beyond = exclusions != null && exclusions.paging().beyond();
    return html.page(beyond ? HttpStatus.NOT_FOUND : HttpStatus.OK, "record", shell, page);
  }
}
