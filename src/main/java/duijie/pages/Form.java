package duijie.pages;

import io.micronaut.http.HttpRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody filled in, field by field, as they typed it: line ends are made one kind and signs
 * that no text can hold are dropped, nothing else.
 */
public final class Form {

  /** The field in which a form carries {@link Visitor#formToken}. */
  public static final String TOKEN = "_form";

  private static final Form EMPTY = new Form(Map.of());
  private static final String ATTRIBUTE = Form.class.getName();

  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** The form that came with a request; an empty one where none came. */
  public static Form of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Form.class).orElse(EMPTY);
  }

  static Form parsed(Map<String, ?> body) {
    var fields = new LinkedHashMap<String, List<String>>();
    body.forEach(
        (name, value) ->
            fields.put(
                name,
                value instanceof Collection<?> many
                    ? many.stream().map(one -> clean(String.valueOf(one))).toList()
                    : List.of(clean(value == null ? "" : value.toString()))));
    return new Form(fields);
  }

  void attach(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What was typed into the field, without blanks around it; empty where it was left out. */
  public String text(String field) {
    return typed(field).strip();
  }

  /** The whole number in the field, of nine digits at most; 0 where none stands there. */
  public int number(String field) {
    var text = text(field);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** Exactly what was typed: of a password, blanks are a part. */
  public String typed(String field) {
    var values = fields.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** All choices of a field that may have several. */
  public List<String> all(String field) {
    return fields.getOrDefault(field, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** All that was filled in, without what the form carries for itself, for a page that keeps it. */
  public List<Param> kept() {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().equals(TOKEN))
        .flatMap(field -> field.getValue().stream().map(v -> new Param(field.getKey(), v)))
        .toList();
  }

  /** The text without signs that no text can hold. */
  static String clean(String typed) {
    var text = new StringBuilder(typed.length());
    var lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    for (int i = 0; i < lines.length(); i++) {
      char sign = lines.charAt(i);
      boolean paired = !Character.isSurrogate(sign) || whole(lines, i);
      if (sign != '\0' && paired) {
        text.append(sign);
      }
    }
    return text.toString();
  }

  private static boolean whole(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
