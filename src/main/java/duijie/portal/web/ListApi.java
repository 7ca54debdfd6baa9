package duijie.portal.web;

import duijie.api.Answer;
import duijie.api.ApiProblem;
import duijie.api.Cursor;
import duijie.matching.SearchPage;
import duijie.pages.Addresses;
import duijie.pages.Parameters;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lists for programs: with the filters of the pages, from one record on to the next. */
@Singleton
final class ListApi {

  private static final int USUAL_LIMIT = 20;
  private static final int MOST = 100;

  /** Where the last record is looked for, so much before where it stood and so much after. */
  private static final int BEFORE = 200;

  private static final int AFTER = 800;

  private final ListQueryReader reader;

  ListApi(ListQueryReader reader) {
    this.reader = reader;
  }

  /** Finds the ids of a list's window. */
  interface Find<I> {
    SearchPage<I> window(ListQuery query, int offset, int limit);
  }

  /**
   * What a request asks for.
   *
   * @param text an id as a text
   * @param write the records of these ids, in their order
   */
  <I> HttpResponse<String> answer(
      HttpRequest<?> request,
      ListKind kind,
      Find<I> find,
      Function<I, String> text,
      Function<List<I>, List<?>> write) {
    var parameters = new Parameters(request.getParameters());
    var query = reader.filter(parameters, kind);
    int limit = parameters.number("limit", USUAL_LIMIT, 1, MOST);
    var list = Answer.digest(query.at(kind.path()));
    var cursor = cursor(parameters, list);
    if (!parameters.problems().isEmpty()) {
      return bad(parameters);
    }
    int from = cursor == null ? 0 : from(cursor, query, find, text);
    var found = find.window(query, from, limit);
    var ids = found.ids();
    var next =
        from + ids.size() < found.total() && !ids.isEmpty()
            ? new Cursor(list, from + ids.size() - 1, text.apply(ids.getLast())).text()
            : null;
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("total", found.total());
    tree.put("items", write.apply(ids));
    tree.put("next", next);
    var answer = Answer.ok(tree);
    return next == null
        ? answer
        : answer.header(HttpHeaders.LINK, "<" + address(request, next) + ">; rel=\"next\"");
  }

  /** The problem that tells what is wrong with the parameters. */
  static HttpResponse<String> bad(Parameters parameters) {
    return ApiProblem.badParameters(
            parameters.problems().stream()
                .map(sentence -> new ApiProblem.Fault("?", "bad-parameter", sentence))
                .toList())
        .answer();
  }

  private static @Nullable Cursor cursor(Parameters parameters, String list) {
    var given = parameters.one("cursor");
    if (given.isEmpty()) {
      return null;
    }
    var cursor = given.flatMap(Cursor::of).filter(c -> c.list().equals(list));
    if (cursor.isEmpty()) {
      parameters.refuse("参数“cursor”不是这个列表的。请原样用上一次回答里的 next，筛选条件也不要改。");
    }
    return cursor.orElse(null);
  }

  /** Where the list goes on: after the last record, wherever that stands by now. */
  private static <I> int from(
      Cursor cursor, ListQuery query, Find<I> find, Function<I, String> text) {
    int start = Math.max(0, cursor.at() - BEFORE);
    var around = find.window(query, start, BEFORE + AFTER).ids();
    return Optional.of(around)
        .flatMap(
            ids ->
                IntStream.range(0, ids.size())
                    .filter(i -> text.apply(ids.get(i)).equals(cursor.after()))
                    .mapToObj(i -> start + i + 1)
                    .findFirst())
        .orElse(cursor.at());
  }

  private static String address(HttpRequest<?> request, String next) {
    var address = new StringBuilder(request.getPath()).append("?cursor=").append(next);
    request
        .getParameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                values.forEach(
                    value ->
                        address
                            .append('&')
                            .append(Addresses.encode(name))
                            .append('=')
                            .append(Addresses.encode(value)));
              }
            });
    return address.toString();
  }
}
