package duijie.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of a few fixed contents, by its label or by what people usually write for it.
 *
 * @param labels what to choose from, as it stands in the sheet
 * @param words every understood word with its meaning
 */
record Choice<T>(List<String> labels, Map<String, T> words) implements Understanding<T> {

  Choice {
    labels = List.copyOf(labels);
    words = Map.copyOf(words);
  }

  /** A choice of these values, each understood by its label alone. */
  static <T> Choice<T> of(T[] values, Function<T, String> label) {
    var words = new HashMap<String, T>();
    for (var value : values) {
      words.put(Typed.key(label.apply(value)), value);
    }
    return new Choice<>(List.of(values).stream().map(label).toList(), words);
  }

  /** The same, with words that mean one of the values too. */
  Choice<T> with(T value, String... synonyms) {
    var more = new HashMap<>(words);
    for (var synonym : synonyms) {
      more.put(Typed.key(synonym), value);
    }
    return new Choice<>(labels, more);
  }

  /** The same choice of something else. */
  <V> Choice<V> as(Function<T, V> other) {
    return new Choice<>(
        labels,
        words.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, word -> other.apply(word.getValue()))));
  }

  @Override
  public Reading<T> of(Content content) {
    if (!(content instanceof Content.Text text)) {
      return unreadable(content.shown());
    }
    var key = Typed.key(text.value());
    var value = words.get(key);
    if (value != null) {
      return Reading.value(value);
    }
    return Typed.isPlaceholder(key) ? Reading.blank() : unreadable(text.value());
  }

  private Reading<T> unreadable(String typed) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_CHOICE,
        "填的是" + Typed.quote(typed) + "，不是可选的内容。请从这些中选填：" + String.join("、", labels) + "。");
  }
}
