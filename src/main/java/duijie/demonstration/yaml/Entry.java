package duijie.demonstration.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One record of a file, its values by name. */
record Entry(Map<?, ?> values) {

  /** The records of a file that lies beside this package's resources; JSON is YAML too. */
  static List<Entry> of(String file) {
    var path = "/duijie/demonstration/" + file;
    var options = new LoaderOptions();
    options.setCodePointLimit(10_000_000);
    try (var in = Objects.requireNonNull(Entry.class.getResourceAsStream(path), path)) {
      List<Map<?, ?>> entries = new Yaml(new SafeConstructor(options)).load(in);
      return entries.stream().map(Entry::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable String text(String name) {
    @Nullable Object value = values.get(name);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }

  String requiredText(String name) {
    return Objects.requireNonNull(text(name), name);
  }

  String textOr(String name, String otherwise) {
    var text = text(name);
    return text == null ? otherwise : text;
  }

  @Nullable Integer whole(String name) {
    return values.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** The items of a list, nulls included; none where there is no list. */
  List<?> items(String name) {
    return values.get(name) instanceof List<?> list ? list : List.of();
  }

  List<String> texts(String name) {
    return items(name).stream().filter(Objects::nonNull).map(Object::toString).toList();
  }

  @Nullable Integer item(String name, int index) {
    var items = items(name);
    return index < items.size() && items.get(index) instanceof Number number
        ? Integer.valueOf(number.intValue())
        : null;
  }

  Entry part(String name) {
    return new Entry(values.get(name) instanceof Map<?, ?> map ? map : Map.of());
  }

  List<Entry> parts(String name) {
    return items(name).stream()
        .map(item -> new Entry(item instanceof Map<?, ?> map ? map : Map.of()))
        .toList();
  }

  /** The value of an enum by its label; null where nothing is written. */
  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, Function<E, String> label) {
    var text = text(name);
    return text == null
        ? null
        : Arrays.stream(type.getEnumConstants())
            .filter(value -> label.apply(value).equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(name + ": " + text));
  }
}
