package duijie.vocabulary;

import java.util.List;
import java.util.Set;

/**
 * Chinese text as search terms: every word of the vocabulary whole, and overlapping pairs of
 * characters for the rest, so that short forms find long ones. The same terms go to every search
 * engine and into text similarity.
 */
public interface TextAnalysis {

  /**
   * The terms of a text to be indexed, in order, with repetitions. Words of the vocabulary give
   * themselves and what they contain.
   */
  List<String> terms(String text);

  /**
   * Those of a text's terms that can count in text similarity, and perhaps some that weigh nothing.
   */
  default List<String> telling(String text) {
    return terms(text);
  }

  /**
   * Marks of what a text speaks of, to be indexed beside its terms: texts that call one thing by
   * different words have a mark in common. No term is ever written like a mark.
   */
  Set<String> marks(String text);

  /** What somebody asks for who types this; everything for stray characters. */
  TextQuery query(String typed);

  /**
   * How much a term counts in text similarity: 0 for common words, more for words of the vocabulary
   * than for pairs of characters.
   */
  double weight(String term);
}
