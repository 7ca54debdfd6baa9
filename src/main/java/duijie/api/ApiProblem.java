package duijie.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for a program and for whoever reads its log (RFC 9457).
 *
 * @param code stable: programs decide by it
 * @param title in a few words
 * @param detail what it means and what to do
 * @param errors everything that is wrong with what was sent
 * @param reference under which the log tells more, or null
 */
public record ApiProblem(
    int status,
    String code,
    String title,
    String detail,
    List<Fault> errors,
    @Nullable String reference) {

  private static final MediaType TYPE = new MediaType("application/problem+json");

  public ApiProblem {
    errors = List.copyOf(errors);
  }

  /**
   * Something that is wrong with what was sent.
   *
   * @param pointer to the faulty value in the body (RFC 6901), or the parameter's or header's name
   *     after a sign: {@code ?limit}, {@code If-Match:}
   * @param code stable
   * @param detail what is wrong and how to mend it
   */
  public record Fault(String pointer, String code, String detail) {}

  public static ApiProblem of(int status, String code, String title, String detail) {
    return new ApiProblem(status, code, title, detail, List.of(), null);
  }

  public static ApiProblem notFound() {
    return of(404, "not-found", "没有找到", "没有这个记录，或者不是给您看的。");
  }

  /** What was sent cannot be taken, for all these reasons. */
  public static ApiProblem invalid(List<Fault> errors) {
    return new ApiProblem(
        422, "invalid-fields", "内容有误", "有 " + errors.size() + " 处要改，改好以后再发。", errors, null);
  }

  /** The address asks for what makes no sense. */
  public static ApiProblem badParameters(List<Fault> errors) {
    return new ApiProblem(400, "bad-parameters", "地址有误", "地址里有看不懂的参数。", errors, null);
  }

  /** Where it stands now, this cannot be done. */
  public static ApiProblem conflict(String detail) {
    return of(409, "not-now", "现在不能办", detail);
  }

  /** Somebody else changed it meanwhile. */
  public static ApiProblem overtaken() {
    return of(412, "overtaken", "已经由别人改过", "在您读取以后，这个记录又改过。请重新读取，对照以后再发。");
  }

  /** It was not said which version is meant. */
  public static ApiProblem unconditional() {
    return of(428, "if-match-missing", "缺少版本", "请在 If-Match 里写明改的是哪一个版本（读取时的 ETag）。");
  }

  public MutableHttpResponse<String> answer() {
    var body = new LinkedHashMap<String, @Nullable Object>();
    body.put("type", "urn:duijie:problem:" + code);
    body.put("title", title);
    body.put("status", status);
    body.put("code", code);
    body.put("detail", detail);
    if (!errors.isEmpty()) {
      body.put("errors", errors.stream().map(ApiProblem::fault).toList());
    }
    if (reference != null) {
      body.put("reference", reference);
    }
    return HttpResponse.<String>status(HttpStatus.valueOf(status))
        .contentType(TYPE)
        .body(Json.write(body));
  }

  private static Map<String, String> fault(Fault fault) {
    var map = new LinkedHashMap<String, String>();
    map.put("pointer", fault.pointer());
    map.put("code", fault.code());
    map.put("detail", fault.detail());
    return map;
  }
}
