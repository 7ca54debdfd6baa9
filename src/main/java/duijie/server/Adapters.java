package duijie.server;

import duijie.calendar.Calendars;
import duijie.calendar.HolidaySchedule;
import duijie.calendar.yaml.YamlHolidays;
import duijie.matching.CandidateIndex;
import duijie.matching.RuleBooks;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
import duijie.matching.cel.CelRuleBooks;
import duijie.matching.elasticsearch.ElasticsearchIndexes;
import duijie.matching.lucene.LuceneIndexes;
import duijie.projects.PublishingRules;
import duijie.projects.cel.CelPublishingRules;
import duijie.regions.ChinaRegions;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import duijie.vocabulary.lucene.LuceneTextAnalysis;
import java.util.List;

/** Which adapter stands behind which port. */
final class Adapters {

  private Adapters() {}

  static Regions regions() {
    return ChinaRegions.shipped();
  }

  static List<HolidaySchedule> shippedHolidays() {
    return YamlHolidays.shipped();
  }

  static PublishingRules publishingRules(Calendars calendars) {
    return CelPublishingRules.of(calendars::current);
  }

  static RuleBooks ruleBooks(Regions regions) {
    return CelRuleBooks.ruleBooks(regions);
  }

  static TextAnalysis analysis(Vocabulary vocabulary) {
    return LuceneTextAnalysis.of(vocabulary);
  }

  static SharedIndex index(
      SearchCluster cluster, TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    return ElasticsearchIndexes.on(cluster, analysis, regions, vocabulary);
  }

  static CandidateIndex index(TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    return LuceneIndexes.inMemory(analysis, regions, vocabulary);
  }
}
