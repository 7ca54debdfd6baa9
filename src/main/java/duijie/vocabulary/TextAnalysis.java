package duijie.vocabulary;

import java.util.List;

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
   * The terms all of which a document must have to answer this query; none for a query of stray
   * characters.
   */
  List<String> queryTerms(String query);

  /**
   * How much a term counts in text similarity: 0 for common words, more for words of the vocabulary
   * than for pairs of characters.
   */
  double weight(String term);
}
