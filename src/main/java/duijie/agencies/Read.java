package duijie.agencies;

import java.util.function.Function;

/** What came of reading an answer that somebody typed. */
public sealed interface Read<T> {

  /** It was understood. */
  record Value<T>(T value) implements Read<T> {}

  /** Nothing was typed. */
  record Blank<T>() implements Read<T> {}

  /**
   * It was not understood.
   *
   * @param sentence what is wrong with it and how to mend it
   */
  record Wrong<T>(String sentence) implements Read<T> {}

  /** The same with another value. */
  default <R> Read<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Value<T> read -> new Value<>(change.apply(read.value()));
      case Blank<T> blank -> new Blank<>();
      case Wrong<T> wrong -> new Wrong<>(wrong.sentence());
    };
  }
}
