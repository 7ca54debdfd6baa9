package duijie.vocabulary.lucene;

import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;

/** Makes text analysis for a vocabulary. */
public final class LuceneTextAnalysis {

  private LuceneTextAnalysis() {}

  /** Analysis that keeps every word of this vocabulary whole. Thread-safe. */
  public static TextAnalysis of(Vocabulary vocabulary) {
    return new WordsAndBigrams(vocabulary);
  }
}
