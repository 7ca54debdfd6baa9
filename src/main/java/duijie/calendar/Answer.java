package duijie.calendar;

import java.util.function.Function;

/** What the calendar answers: what was asked for, or which year it would have to know for that. */
public sealed interface Answer<T> {

  /** The answer is certain. */
  record Known<T>(T value) implements Answer<T> {}

  /**
   * It cannot be said: the days off of a year that the question reaches into are not known.
   *
   * @param year the first such year
   */
  record Unpublished<T>(int year) implements Answer<T> {}

  /** The same answer put differently. */
  default <R> Answer<R> map(Function<T, R> change) {
    return switch (this) {
      case Known<T>(T value) -> new Known<>(change.apply(value));
      case Unpublished<T>(int year) -> new Unpublished<>(year);
    };
  }
}
