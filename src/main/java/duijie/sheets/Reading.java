package duijie.sheets;

import java.util.List;

/** What came of reading a cell. */
sealed interface Reading<T> {

  static <T> Reading<T> value(T value) {
    return new Value<>(value, List.of());
  }

  static <T> Reading<T> doubted(T value, ProblemCode code, String sentence) {
    return new Value<>(value, List.of(new Remark(code, sentence)));
  }

  static <T> Reading<T> blank() {
    return new Blank<>();
  }

  static <T> Reading<T> unreadable(ProblemCode code, String sentence) {
    return new Unreadable<>(List.of(new Remark(code, sentence)));
  }

  /** It was understood, possibly with doubts. */
  record Value<T>(T value, List<Remark> doubts) implements Reading<T> {}

  /** Nothing was meant to stand there. */
  record Blank<T>() implements Reading<T> {}

  /** Something stands there and was not understood; at least one reason. */
  record Unreadable<T>(List<Remark> reasons) implements Reading<T> {}
}
