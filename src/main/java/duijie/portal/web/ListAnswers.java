package duijie.portal.web;

import duijie.matching.SearchPage;
import duijie.pages.Html;
import duijie.pages.Parameters;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Answers with a list: reads from the address what it shows, and refuses what makes no sense. */
@Singleton
final class ListAnswers {

  private final ListQueryReader reader;
  private final ListPages lists;
  private final Shells shells;
  private final Html html;

  ListAnswers(ListQueryReader reader, ListPages lists, Shells shells, Html html) {
    this.reader = reader;
    this.lists = lists;
    this.shells = shells;
    this.html = html;
  }

  /**
   * The list that a request asks for.
   *
   * @param find finds what a query asks for
   * @param rows the records of these ids as rows, in their order
   */
  <I> HttpResponse<String> answer(
      HttpRequest<?> request,
      ListKind kind,
      Function<ListQuery, SearchPage<I>> find,
      Function<List<I>, List<Row>> rows) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var query = reader.read(parameters, kind);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var found = find.apply(query);
    var page = lists.page(visitor, kind, query, found, rows.apply(found.ids()));
    var shell =
        shells.shell(visitor, kind.title(), kind.path(), new Shell.Crumb(kind.title(), null));
    var status = page.paging().beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    return html.page(status, "list", shell, page);
  }
}
