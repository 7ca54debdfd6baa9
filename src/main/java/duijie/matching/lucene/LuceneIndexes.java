package duijie.matching.lucene;

import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.FilterFields;
import duijie.matching.IndexedRecords;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;

/** Makes search indexes on embedded Lucene. */
public final class LuceneIndexes {

  private LuceneIndexes() {}

  /** An empty index in memory; whoever asked for it closes it. */
  public static CandidateIndex inMemory(
      TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    return new LuceneCandidateIndex(analysis, regions, vocabulary);
  }

  /**
   * An empty index for the records of files, in memory: texts are indexed only once one is asked
   * for. Whoever asked for it closes it.
   */
  public static CandidateIndex forFiles(
      TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    var records = new IndexedRecords(analysis, regions, vocabulary);
    return new LuceneCandidateIndex(
        new FilteredRecords<>(
            Agency::id,
            FilterFields::of,
            () -> new RecordIndex<>(records::of, Agency.Id::new, analysis)),
        new FilteredRecords<>(
            Project::id,
            FilterFields::of,
            () -> new RecordIndex<>(records::of, Project.Id::new, analysis)));
  }
}
