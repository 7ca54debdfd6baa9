package duijie.portal.web;

import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.Visitor;
import duijie.portal.SavedSearch;
import duijie.portal.SavedSearches;
import duijie.portal.SavingSearches;
import duijie.portal.SavingSearches.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Programs save searches for those for whom they act, as people do on the pages. */
@Controller(SearchesApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForMembers
final class SearchesApi {

  static final String PATH = Api.V1 + "/searches";

  private static final String QUERY = "query";
  private static final String NAME = "name";

  private final SavedSearches searches;
  private final SavingSearches saving;
  private final SavedQueries queries;
  private final SearchWords words;

  SearchesApi(
      SavedSearches searches, SavingSearches saving, SavedQueries queries, SearchWords words) {
    this.searches = searches;
    this.saving = saving;
    this.queries = queries;
    this.words = words;
  }

  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    var owner = Visitor.of(request).member().id();
    return Answer.ok(Map.of("items", searches.of(owner).stream().map(this::tree).toList()));
  }

  @Get("/{id}")
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return own(request, id, search -> Answer.ok(tree(search)));
  }

  /** What asks for the same is the same search, however often it is saved: it needs no key. */
  @Post
  HttpResponse<String> save(HttpRequest<?> request, @Nullable @Body String text) {
    return Sent.read(
        request,
        text,
        Set.of(QUERY, NAME),
        body -> {
          var asked = queries.asked(body.text(QUERY));
          asked.problems().forEach(why -> body.refuse("/" + QUERY, "not-accepted", why));
          var name = body.text(NAME);
          return body.faults().isEmpty()
              ? save(request, body, name, SavedQueries.written(asked.query()))
              : ApiProblem.invalid(body.faults()).answer();
        });
  }

  private HttpResponse<String> save(HttpRequest<?> request, Sent body, String name, String query) {
    var owner = Visitor.of(request).member().id();
    var refusals =
        saving.save(
            owner, name.isBlank() ? words.usualName(query) : name, query, Visitor.caller(request));
    if (refusals.isEmpty()) {
      return searches.of(owner).stream()
          .filter(search -> search.query().equals(query))
          .findFirst()
          .<HttpResponse<String>>map(
              search -> Answer.created(PATH + "/" + search.id(), tree(search)))
          .orElseGet(() -> ApiProblem.notFound().answer());
    }
    return refused(body, refusals);
  }

  private static HttpResponse<String> refused(Sent body, List<Refusal> refusals) {
    for (var refusal : refusals) {
      switch (refusal.of()) {
        case QUERY -> body.refuse("/" + QUERY, "not-accepted", refusal.sentence());
        case NAME -> body.refuse("/" + NAME, "not-accepted", refusal.sentence());
        case NUMBER -> {}
      }
    }
    return body.faults().isEmpty()
        ? ApiProblem.conflict(refusals.getFirst().sentence()).answer()
        : ApiProblem.invalid(body.faults()).answer();
  }

  @Put("/{id}")
  HttpResponse<String> rename(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return own(
        request,
        id,
        search ->
            Sent.read(
                request,
                text,
                Set.of(NAME),
                body -> {
                  var name = body.text(NAME);
                  if (body.faults().isEmpty()) {
                    saving
                        .rename(search, name, Visitor.caller(request))
                        .ifPresent(why -> body.refuse("/" + NAME, "not-accepted", why));
                  }
                  return body.faults().isEmpty()
                      ? one(request, id)
                      : ApiProblem.invalid(body.faults()).answer();
                }));
  }

  @Delete("/{id}")
  HttpResponse<String> remove(HttpRequest<?> request, String id) {
    return own(
        request,
        id,
        search -> {
          saving.remove(search, Visitor.caller(request));
          return Answer.nothing();
        });
  }

  private HttpResponse<String> own(
      HttpRequest<?> request, String id, Function<SavedSearch, HttpResponse<String>> answer) {
    var owner = Visitor.of(request).member().id();
    return Addresses.uuid(id)
        .map(SavedSearch.Id::new)
        .flatMap(searches::find)
        .filter(found -> found.owner().equals(owner))
        .map(answer)
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  private Map<String, @Nullable Object> tree(SavedSearch search) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", search.id());
    tree.put(NAME, search.name());
    tree.put(QUERY, search.query());
    tree.put("words", words.of(search.query()));
    tree.put(
        "page",
        Optional.of(search.query())
            .flatMap(queries::read)
            .map(query -> query.at(Links.PROJECTS))
            .orElse(null));
    return tree;
  }
}
