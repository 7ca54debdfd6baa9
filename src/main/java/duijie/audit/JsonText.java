package duijie.audit;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON, equal values alike: names and sets are sorted. */
final class JsonText {

  private static final Set<String> SECRETS = Set.of("password", "secret", "token", "hash");

  /** The components of a record's class: finding them takes longer than writing them. */
  private static final ClassValue<RecordComponent[]> ALL =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  /** Those of them that are not secret. */
  private static final ClassValue<List<RecordComponent>> TOLD =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          var told = Arrays.stream(ALL.get(type)).filter(JsonText::told).toList();
          told.forEach(component -> component.getAccessor().setAccessible(true));
          return told;
        }
      };

  private JsonText() {}

  private static boolean told(RecordComponent component) {
    var name = component.getName().toLowerCase(Locale.ROOT);
    return SECRETS.stream().noneMatch(name::contains);
  }

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean truth -> truth.toString();
      case BigDecimal number -> number.toPlainString();
      case Double number when !Double.isFinite(number) -> quoted(number.toString());
      case Number number -> number.toString();
      case Enum<?> constant -> quoted(constant.name());
      case Optional<?> maybe -> of(maybe.orElse(null));
      case Map<?, ?> map -> object(map);
      case Set<?> set -> array(set.stream().map(JsonText::of).sorted());
      case Collection<?> list -> array(list.stream().map(JsonText::of));
      case Record record -> ofRecord(record);
      default -> quoted(value.toString());
    };
  }

  /** By name, without what is secret. */
  static Map<String, @Nullable Object> components(Record record) {
    var values = new TreeMap<String, @Nullable Object>();
    for (var component : TOLD.get(record.getClass())) {
      values.put(component.getName(), value(record, component));
    }
    return values;
  }

  /** A record of one component only names it: an id, an amount. */
  private static String ofRecord(Record record) {
    var components = components(record);
    return ALL.get(record.getClass()).length == 1 && components.size() == 1
        ? of(components.values().iterator().next())
        : object(components);
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot be read: " + component, e);
    }
  }

  private static String object(Map<?, ?> map) {
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((name, value) -> sorted.put(plain(name), value));
    return sorted.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ":" + of(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String plain(@Nullable Object name) {
    var text = of(name);
    return name instanceof CharSequence ? name.toString() : text.replaceAll("^\"|\"$", "");
  }

  private static String array(Stream<String> elements) {
    return elements.collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    var json = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
              } else if (c == 0 || Character.getType(c) == Character.SURROGATE) {
                json.append('\ufffd'); // no text of a database can hold it
              } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                json.appendCodePoint(c);
              }
            });
    return json.append('"').toString();
  }
}
