package duijie.matching.lucene;

import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Lucene by itself on the text of agencies, to measure against. */
public final class RawSearch {

  private final RecordIndex<Agency.Id, Agency> agencies;
  private final BooleanQuery query;

  /** A BM25 query for agencies that have any of these terms. */
  public RawSearch(CandidateIndex index, List<String> terms) {
    this.agencies = (RecordIndex<Agency.Id, Agency>) index.agencies();
    var any = new BooleanQuery.Builder();
    for (var term : terms.stream().distinct().toList()) {
      any.add(new TermQuery(new Term(Documents.TEXT, term)), Occur.SHOULD);
    }
    this.query = any.build();
  }

  /** The documents that the engine thinks best, with its scores and no more. */
  public TopDocs top(int count) {
    return agencies.read(searcher -> searcher.search(query, count));
  }
}
