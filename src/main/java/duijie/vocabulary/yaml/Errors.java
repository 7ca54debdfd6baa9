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
    add(
        mark == null ? 1 : mark.getLine() + 1,
        mark == null ? 1 : mark.getColumn() + 1,
        code,
        sentence,
        english);
  }

  /** Notes a mistake so many characters behind a mark on its line. */
  void add(Mark mark, int behind, String code, String sentence, String english) {
    add(mark.getLine() + 1, mark.getColumn() + 1 + behind, code, sentence, english);
  }

  /** Notes a mistake at this index of the file's text, in code points. */
  void add(String text, int index, String code, String sentence, String english) {
    int[] before = text.codePoints().limit(index).toArray();
    int line = 1;
    int start = 0;
    for (int i = 0; i < before.length; i++) {
      if (before[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    add(line, before.length - start + 1, code, sentence, english);
  }

  private void add(int line, int column, String code, String sentence, String english) {
    found.add(new VocabularyError(file, line, column, code, sentence, english));
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
