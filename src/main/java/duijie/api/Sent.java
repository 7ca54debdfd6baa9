package duijie.api;

import duijie.api.ApiProblem.Fault;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a program sent, read strictly: everything that is wrong is found in one pass. */
public final class Sent {

  private final Map<?, ?> fields;
  private final List<Fault> faults = new ArrayList<>();

  private Sent(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * Reads the object that was sent.
   *
   * @param known the names that it may have
   * @param then answers what was read
   */
  public static HttpResponse<String> read(
      HttpRequest<?> request,
      @Nullable String text,
      Set<String> known,
      Function<Sent, HttpResponse<String>> then) {
    boolean json =
        request
            .getContentType()
            .filter(type -> type.getName().equals(MediaType.APPLICATION_JSON))
            .isPresent();
    if (!json) {
      return ApiProblem.of(
              415,
              "unsupported-media-type",
              "内容的类型不对",
              "请发 JSON，并写明 Content-Type: application/json。")
          .answer();
    }
    try {
      if (Json.read(text == null ? "" : text) instanceof Map<?, ?> map) {
        var sent = new Sent(map);
        map.keySet().stream()
            .filter(name -> !known.contains(String.valueOf(name)))
            .forEach(name -> sent.unknown("/" + escaped(String.valueOf(name))));
        return then.apply(sent);
      }
      return malformed("应该是一个对象：{ … }。");
    } catch (Json.Malformed malformed) {
      return malformed(malformed.getMessage() + "看不懂。");
    }
  }

  private static HttpResponse<String> malformed(String detail) {
    return ApiProblem.of(400, "malformed-json", "不是 JSON", detail).answer();
  }

  /** Everything that is wrong so far. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public void refuse(String pointer, String code, String detail) {
    faults.add(new Fault(pointer, code, detail));
  }

  private void unknown(String pointer) {
    refuse(pointer, "unknown-field", "没有这一项。");
  }

  /** A text; empty where it was left out. */
  public String text(String name) {
    var value = fields.get(name);
    return value == null ? "" : one("/" + name, value);
  }

  /** A truth value. */
  public boolean truth(String name, boolean otherwise) {
    var value = fields.get(name);
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value != null) {
      refuse("/" + name, "not-a-boolean", "应该是 true 或 false。");
    }
    return otherwise;
  }

  /** Several texts; none where they were left out. */
  public List<String> list(String name) {
    var value = fields.get(name);
    if (value instanceof List<?> || value == null) {
      return all("/" + name, value);
    }
    refuse("/" + name, "not-an-array", "应该是一列：[ … ]。");
    return List.of();
  }

  /** Texts by name: each may be one text or number, or several, or null for none. */
  public Map<String, List<String>> texts(String name, Set<String> known) {
    var read = new LinkedHashMap<String, List<String>>();
    switch (fields.get(name)) {
      case null -> {}
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                var field = String.valueOf(key);
                var pointer = "/" + name + "/" + escaped(field);
                if (known.contains(field)) {
                  read.put(field, all(pointer, value));
                } else {
                  unknown(pointer);
                }
              });
      default -> refuse("/" + name, "not-an-object", "应该是一个对象：{ … }。");
    }
    return read;
  }

  private List<String> all(String pointer, @Nullable Object value) {
    var texts = new ArrayList<String>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        texts.add(one(pointer + "/" + i, list.get(i)));
      }
    } else if (value != null) {
      texts.add(one(pointer, value));
    }
    return texts;
  }

  private String one(String pointer, @Nullable Object value) {
    switch (value) {
      case String text when text.codePoints().anyMatch(Sent::unkeepable) ->
          refuse(pointer, "not-a-text", "里面有不能保存的字符。");
      case String text -> {
        return text.replace("\r\n", "\n").replace('\r', '\n');
      }
      case BigDecimal number -> {
        return number.toPlainString();
      }
      case null, default -> refuse(pointer, "not-a-text", "应该是文字。");
    }
    return "";
  }

  /** What no text of a database can hold: a zero, and half a character. */
  private static boolean unkeepable(int sign) {
    return sign == 0 || Character.getType(sign) == Character.SURROGATE;
  }

  /** A name as a pointer's step (RFC 6901). */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
