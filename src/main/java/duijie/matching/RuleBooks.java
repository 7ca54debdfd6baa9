package duijie.matching;

import java.nio.file.Path;
import java.util.List;

/** Loads rule books. */
public interface RuleBooks {

  /**
   * Loads the book in a folder, runs its examples, and finds all that is wrong with it in one pass.
   */
  Loaded load(Path folder);

  /** The book that ships with the product. */
  RuleBook shipped();

  /** What came of loading. */
  sealed interface Loaded {

    /** The book is whole and passes its own examples. */
    record Valid(RuleBook book, int examples) implements Loaded {}

    /** The book must not be used. */
    record Broken(List<RuleError> errors) implements Loaded {}
  }

  /**
   * A mistake in a rule book.
   *
   * @param file the file's name, for example {@code scoring.yml}
   * @param line from 1
   * @param column from 1
   * @param code stable, for example {@code unknown-name}
   * @param sentence what is wrong and how to mend it, in Chinese
   * @param english the same in English
   */
  record RuleError(
      String file, int line, int column, String code, String sentence, String english) {

    /** {@code file:line:column}. */
    public String place() {
      return file + ":" + line + ":" + column;
    }
  }
}
