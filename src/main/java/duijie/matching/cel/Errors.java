package duijie.matching.cel;

import duijie.matching.RuleBooks.RuleError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with a book, so that its author mends it in one pass. */
final class Errors {

  private final List<RuleError> all = new ArrayList<>();

  void add(Place place, String code, String sentence, String english) {
    add(new RuleError(place.file(), place.line(), place.column(), code, sentence, english));
  }

  void add(RuleError error) {
    all.add(error);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** By file, line and column, each once. */
  List<RuleError> inOrder() {
    return all.stream()
        .distinct()
        .sorted(
            Comparator.comparing(RuleError::file)
                .thenComparingInt(RuleError::line)
                .thenComparingInt(RuleError::column))
        .toList();
  }
}
