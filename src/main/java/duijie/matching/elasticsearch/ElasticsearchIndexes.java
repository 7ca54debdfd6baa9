package duijie.matching.elasticsearch;

import duijie.matching.IndexedRecords;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;

/** Makes search indexes on Elasticsearch. */
public final class ElasticsearchIndexes {

  private ElasticsearchIndexes() {}

  /** The indexes on these servers; whoever asked for them closes them. Nothing is asked yet. */
  public static SharedIndex on(
      SearchCluster cluster, TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    return new ElasticsearchIndex(
        cluster, new IndexedRecords(analysis, regions, vocabulary), analysis);
  }
}
