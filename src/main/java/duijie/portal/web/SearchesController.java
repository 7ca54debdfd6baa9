package duijie.portal.web;

import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.portal.SavedSearch;
import duijie.portal.SavedSearches;
import duijie.portal.SavingSearches;
import duijie.portal.SavingSearches.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** The searches that somebody wants to be told of. */
@Controller(SearchesController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForMembers
final class SearchesController {

  static final String PATH = "/searches";
  static final String TITLE = "订阅检索";

  private final SavedSearches searches;
  private final SavingSearches saving;
  private final SavedQueries queries;
  private final SearchWords words;
  private final Shells shells;
  private final Html html;

  SearchesController(
      SavedSearches searches,
      SavingSearches saving,
      SavedQueries queries,
      SearchWords words,
      Shells shells,
      Html html) {
    this.searches = searches;
    this.saving = saving;
    this.queries = queries;
    this.words = words;
    this.shells = shells;
    this.html = html;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    return page(HttpStatus.OK, request, null, null, null);
  }

  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> save(HttpRequest<?> request) {
    var form = Form.of(request);
    var query = queries.read(form.text("query")).map(SavedQueries::written).orElse("");
    var name = form.text("name").isEmpty() ? words.usualName(query) : form.text("name");
    var owner = Visitor.of(request).member().id();
    var problem =
        saving.save(owner, name, query, Visitor.caller(request)).stream()
            .map(Refusal::sentence)
            .findFirst()
            .orElse(null);
    return problem == null
        ? Said.SEARCH_SAVED.at(PATH)
        : page(
            HttpStatus.UNPROCESSABLE_ENTITY,
            request,
            problem,
            null,
            query.isEmpty() ? null : new SearchesPage.Fresh(query, name));
  }

  @Post(
      uri = "/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> change(HttpRequest<?> request, String id) {
    var visitor = Visitor.of(request);
    var search =
        Addresses.uuid(id)
            .map(SavedSearch.Id::new)
            .flatMap(searches::find)
            .filter(found -> found.owner().equals(visitor.member().id()))
            .orElse(null);
    if (search == null) {
      return html.notFound(visitor, "没有这个检索，可能已经删除。");
    }
    var form = Form.of(request);
    var caller = Visitor.caller(request);
    if (form.has("delete")) {
      saving.remove(search, caller);
      return Said.SEARCH_REMOVED.at(PATH);
    }
    var problem = saving.rename(search, form.text("name"), caller).orElse(null);
    return problem == null
        ? Said.SEARCH_RENAMED.at(PATH)
        : page(HttpStatus.UNPROCESSABLE_ENTITY, request, problem, search.id(), null);
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      @Nullable String problem,
      SavedSearch.@Nullable Id refused,
      SearchesPage.@Nullable Fresh fresh) {
    var visitor = Visitor.of(request);
    var typed = Form.of(request).text("name");
    var rows =
        searches.of(visitor.member().id()).stream()
            .map(search -> row(search, search.id().equals(refused) ? typed : search.name()))
            .toList();
    var field = refused != null ? "name-" + refused : fresh != null ? "name" : null;
    var shell = shells.shell(visitor, TITLE, PATH, new Shell.Crumb(TITLE, null));
    var page = new SearchesPage(problem, field, fresh, rows, SavingSearches.MOST);
    return html.page(status, "searches", shell, page);
  }

  private SearchesPage.Row row(SavedSearch search, String typed) {
    return new SearchesPage.Row(
        search.id().toString(),
        search.name(),
        typed,
        queries.read(search.query()).map(query -> query.at(Links.PROJECTS)).orElse(null),
        words.of(search.query()));
  }
}
