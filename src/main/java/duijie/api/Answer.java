package duijie.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers to programs. */
public final class Answer {

  private static final int TAG_BYTES = 12;

  private Answer() {}

  /** What was asked for. */
  public static MutableHttpResponse<String> ok(Object tree) {
    return json(HttpStatus.OK, Json.write(tree));
  }

  /** Something new, and where it is from now on. */
  public static MutableHttpResponse<String> created(String address, Object tree) {
    return json(HttpStatus.CREATED, Json.write(tree)).header(HttpHeaders.LOCATION, address);
  }

  /** It is done, and there is nothing to tell of it. */
  public static HttpResponse<String> nothing() {
    return HttpResponse.noContent();
  }

  /** A record, unless the program has it already as it is. */
  public static MutableHttpResponse<String> record(HttpRequest<?> request, Object tree) {
    var body = Json.write(tree);
    var tag = '"' + digest(body) + '"';
    var known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    boolean same =
        known != null
            && Arrays.stream(known.split(",", -1))
                .map(value -> value.strip().replaceFirst("^W/", ""))
                .anyMatch(value -> value.equals(tag) || value.equals("*"));
    var answer =
        same ? HttpResponse.<String>status(HttpStatus.NOT_MODIFIED) : json(HttpStatus.OK, body);
    return answer.header(HttpHeaders.ETAG, tag);
  }

  /** A record of which the version is told, to be named when it is changed. */
  public static MutableHttpResponse<String> versioned(int version, Object tree) {
    return ok(tree).header(HttpHeaders.ETAG, Version.tag(version));
  }

  /** The same text for the same content, and no other. */
  public static String digest(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MutableHttpResponse<String> json(HttpStatus status, String body) {
    return HttpResponse.<String>status(status)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .body(body);
  }
}
