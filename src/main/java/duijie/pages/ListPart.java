package duijie.pages;

import duijie.api.Answer;
import duijie.api.Cursor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a program asks for.
 *
 * @param list tells the list, as it is narrowed, from any other
 * @param cursor after which record it begins, or null where it begins with the first
 */
public record ListPart(String list, int limit, @Nullable Cursor cursor) {

  private static final int USUAL_LIMIT = 20;
  private static final int MOST = 100;

  /** Reads which part of this list is asked for. */
  public static ListPart of(Parameters parameters, String list) {
    var digest = Answer.digest(list);
    return new ListPart(
        digest, parameters.number("limit", USUAL_LIMIT, 1, MOST), cursor(parameters, digest));
  }

  private static @Nullable Cursor cursor(Parameters parameters, String list) {
    var given = parameters.one("cursor");
    if (given.isEmpty()) {
      return null;
    }
    var cursor = given.flatMap(Cursor::of).filter(c -> c.list().equals(list));
    if (cursor.isEmpty()) {
      parameters.refuse("cursor", "参数“cursor”不是这个列表的。请原样用上一次回答里的 next，筛选条件也不要改。");
    }
    return cursor.orElse(null);
  }

  /** How many records come before the part, where the list changes at its beginning alone. */
  public int skip() {
    return cursor == null ? 0 : cursor.at() + 1;
  }

  /** Where the list goes on after this record. */
  public Cursor after(int at, String id) {
    return new Cursor(list, at, id);
  }

  /**
   * Answers with the records of the part.
   *
   * @param head what is said of the list beside them
   * @param found the records of the part, and one more where there are more
   * @param id a record's id, by which the list goes on after it
   */
  public <T> HttpResponse<String> answer(
      HttpRequest<?> request,
      Map<String, @Nullable Object> head,
      List<T> found,
      Function<T, String> id,
      Function<T, ?> write) {
    boolean more = found.size() > limit;
    var told = more ? found.subList(0, limit) : found;
    head.put("items", told.stream().map(write).toList());
    var next = more ? after(skip() + limit - 1, id.apply(told.getLast())) : null;
    return answer(request, head, next);
  }

  /**
   * Answers with a part of a list.
   *
   * @param next where it goes on, or null on the last part
   */
  public static HttpResponse<String> answer(
      HttpRequest<?> request, Map<String, @Nullable Object> tree, @Nullable Cursor next) {
    tree.put("next", next == null ? null : next.text());
    var answer = Answer.ok(tree);
    return next == null
        ? answer
        : answer.header(HttpHeaders.LINK, "<" + address(request, next) + ">; rel=\"next\"");
  }

  private static String address(HttpRequest<?> request, Cursor next) {
    var address = new StringBuilder(request.getPath()).append("?cursor=").append(next.text());
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
