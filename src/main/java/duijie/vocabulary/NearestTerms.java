package duijie.vocabulary;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The terms that a text which names none comes nearest to, by the characters they share. */
final class NearestTerms {

  private static final int MOST = 5;

  /** What is longer is no name; its beginning is compared. */
  private static final int LONGEST = 30;

  /** Less in common is chance. */
  private static final double LEAST = 0.3;

  private final List<Named> names;

  NearestTerms(List<Term> terms, UnaryOperator<String> key) {
    names =
        terms.stream()
            .flatMap(
                term -> term.words().stream().map(word -> new Named(term, parts(key.apply(word)))))
            .toList();
  }

  private record Named(Term term, Set<String> parts) {}

  private record Near(Term term, double likeness) {}

  /** The nearest terms, best first, at most five. */
  List<Term> nearest(String text) {
    var wanted = parts(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return names.stream()
        .map(named -> new Near(named.term, likeness(named.parts, wanted)))
        .filter(near -> near.likeness >= LEAST)
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .map(Near::term)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Twice what they share by what they have: the Sørensen–Dice coefficient. */
  private static double likeness(Set<String> some, Set<String> others) {
    long shared = some.stream().filter(others::contains).count();
    return some.isEmpty() ? 0 : 2.0 * shared / (some.size() + others.size());
  }

  /** Its characters and its pairs of characters. */
  private static Set<String> parts(String word) {
    var parts = new HashSet<String>();
    for (int i = 0; i < word.length(); i++) {
      parts.add(word.substring(i, i + 1));
      if (i + 2 <= word.length()) {
        parts.add(word.substring(i, i + 2));
      }
    }
    return parts;
  }
}
