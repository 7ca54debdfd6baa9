package duijie.cli;

import duijie.matching.CandidateIndex;
import duijie.matching.FilteredMatching;
import duijie.matching.Matching;
import duijie.matching.RuleBook;
import duijie.matching.RuleBooks;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
import duijie.matching.cel.CelRuleBooks;
import duijie.matching.elasticsearch.ElasticsearchIndexes;
import duijie.matching.lucene.LuceneIndexes;
import duijie.regions.ChinaRegions;
import duijie.sheets.WorkbookReader;
import duijie.sheets.WorkbookWriter;
import duijie.sheets.poi.PoiWorkbooks;
import duijie.vocabulary.lucene.LuceneTextAnalysis;
import java.time.LocalDate;

/**
 * The parts that commands on files need, put together without a server. All of them know the
 * vocabulary of the same rule book.
 */
record Toolbox(
    WorkbookReader reader, WorkbookWriter writer, Matching matching, CandidateIndex index)
    implements AutoCloseable {

  static RuleBooks ruleBooks() {
    return CelRuleBooks.ruleBooks(ChinaRegions.shipped());
  }

  /** The index on search servers, to look at what is in it: by which book does not matter. */
  static SharedIndex sharedIndex(SearchCluster servers) {
    var regions = ChinaRegions.shipped();
    var vocabulary = ruleBooks().shipped().vocabulary();
    return ElasticsearchIndexes.on(servers, LuceneTextAnalysis.of(vocabulary), regions, vocabulary);
  }

  /** For a command that reads no workbook of records. */
  static Toolbox of(RuleBook book) {
    return of(book, LocalDate.MAX);
  }

  /** For one run of a command as of that date. */
  static Toolbox of(RuleBook book, LocalDate asOf) {
    var regions = ChinaRegions.shipped();
    var vocabulary = book.vocabulary();
    var analysis = LuceneTextAnalysis.of(vocabulary);
    var index = LuceneIndexes.forFiles(analysis, regions, vocabulary);
    return new Toolbox(
        PoiWorkbooks.readerOfOneRun(regions, vocabulary, asOf),
        PoiWorkbooks.writer(regions, vocabulary),
        new FilteredMatching(book, index, analysis),
        index);
  }

  @Override
  public void close() {
    index.close();
  }
}
