package duijie.shared;

import java.util.List;

/** What came of reading files that people write: their content, or all that is wrong with them. */
public sealed interface Checked<T> {

  /** Nothing is wrong. */
  record Sound<T>(T content) implements Checked<T> {}

  /** The files must not be used. */
  record Faulty<T>(List<FileError> errors) implements Checked<T> {}
}
