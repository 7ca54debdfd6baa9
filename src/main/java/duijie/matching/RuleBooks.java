package duijie.matching;

import duijie.shared.FileError;
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
    record Broken(List<FileError> errors) implements Loaded {}
  }
}
