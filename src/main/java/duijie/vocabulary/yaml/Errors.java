package duijie.vocabulary.yaml;

import duijie.vocabulary.VocabularyError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** The mistakes of one file as they are found. */
final class Errors {

  private final String file;
  private final List<VocabularyError> found = new ArrayList<>();

  Errors(String file) {
    this.file = file;
  }

  /**
   * Notes a mistake.
   *
   * @param mark where it is, or null for the beginning of the file
   */
  void add(@Nullable Mark mark, String code, String sentence, String english) {
    found.add(
        new VocabularyError(
            file,
            mark == null ? 1 : mark.getLine() + 1,
            mark == null ? 1 : mark.getColumn() + 1,
            code,
            sentence,
            english));
  }

  boolean any() {
    return !found.isEmpty();
  }

  List<VocabularyError> inOrder() {
    return found.stream()
        .sorted(
            Comparator.comparingInt(VocabularyError::line)
                .thenComparingInt(VocabularyError::column))
        .toList();
  }
}
