package duijie.portal.web;

import duijie.api.Cursor;
import duijie.matching.SearchPage;
import duijie.pages.ListPart;
import duijie.pages.Parameters;
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
    var part = ListPart.of(parameters, query.at(kind.path()));
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    var cursor = part.cursor();
    int from = cursor == null ? 0 : from(cursor, query, find, text);
    var found = find.window(query, from, part.limit());
    var ids = found.ids();
    var next =
        from + ids.size() < found.total() && !ids.isEmpty()
            ? part.after(from + ids.size() - 1, text.apply(ids.getLast()))
            : null;
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("total", found.total());
    tree.put("items", write.apply(ids));
    return ListPart.answer(request, tree, next);
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
}
