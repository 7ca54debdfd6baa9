package duijie.sheets;

import java.util.HashMap;
import java.util.Map;

/** Understands one kind of value. */
@FunctionalInterface
interface Understanding<T> {

  Reading<T> of(Content content);

  /** The same, remembering what texts were understood as: columns repeat themselves. */
  default Understanding<T> remembering() {
    var known = new Remembered<T>();
    return content ->
        content instanceof Content.Text text ? known.of(text, this) : this.of(content);
  }

  /** Texts with what they were understood as; it forgets all of them when they become many. */
  final class Remembered<T> {
    private static final int MOST = 4096;
    private static final int LONGEST = 200;
    private final Map<String, Reading<T>> readings = new HashMap<>();

    private Reading<T> of(Content.Text text, Understanding<T> understanding) {
      if (text.value().length() > LONGEST) {
        return understanding.of(text);
      }
      var known = readings.get(text.value());
      if (known != null) {
        return known;
      }
      if (readings.size() >= MOST) {
        readings.clear();
      }
      var reading = understanding.of(text);
      readings.put(text.value(), reading);
      return reading;
    }
  }
}
