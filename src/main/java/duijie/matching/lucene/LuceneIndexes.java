package duijie.matching.lucene;

import duijie.matching.CandidateIndex;
import duijie.matching.IndexedRecords;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;

/** Makes search indexes on embedded Lucene. */
public final class LuceneIndexes {

  private LuceneIndexes() {}

  /** An empty index in memory; whoever asked for it closes it. */
  public static CandidateIndex inMemory(
      TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    return new LuceneCandidateIndex(analysis, new IndexedRecords(analysis, regions, vocabulary));
  }

  /**
   * An empty index for the records of files, in memory: texts are indexed only once one is asked
   * for. Whoever asked for it closes it.
   */
  public static CandidateIndex forFiles(
      TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    return new FileCandidateIndex(analysis, new IndexedRecords(analysis, regions, vocabulary));
  }
}
