package duijie.matching.lucene;

import static duijie.matching.ListQuestion.Having.EVERY_WORD;
import static duijie.matching.ListQuestion.Having.SOME_WORDS;

import duijie.matching.Condition;
import duijie.matching.Condition.AllOf;
import duijie.matching.Filter;
import duijie.matching.IndexedRecord;
import duijie.matching.ListQuestion;
import duijie.matching.SearchPage;
import duijie.matching.SearchQuery;
import duijie.vocabulary.TextAnalysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind in a Lucene index. A writing call returns once every later reading call sees
 * what it wrote; reading calls never wait for writing ones.
 */
final class RecordIndex<I, T> implements RecordStore<I, T> {

  private static final Sort NEAREST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(Documents.ID, SortField.Type.STRING));

  private final Function<T, IndexedRecord> indexed;
  private final TextAnalysis analysis;
  private final Segments<I> segments;
  private final Directory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  RecordIndex(Function<T, IndexedRecord> indexed, Function<String, I> idOf, TextAnalysis analysis) {
    this.indexed = indexed;
    this.analysis = analysis;
    segments = new Segments<>(idOf);
    try {
      writer = new IndexWriter(directory, new IndexWriterConfig().setCommitOnClose(false));
      searchers =
          new SearcherManager(
              writer,
              new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(
                    IndexReader reader, @Nullable IndexReader previous) {
                  return new FacetedSearcher(reader);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void put(Collection<T> records) {
    write(
        () -> {
          for (var one : records) {
            var record = indexed.apply(one);
            writer.updateDocument(
                new Term(Documents.ID, record.id()), Documents.documentOf(record));
          }
        });
  }

  @Override
  public void remove(Collection<I> ids) {
    write(
        () ->
            writer.deleteDocuments(
                ids.stream()
                    .map(id -> new Term(Documents.ID, id.toString()))
                    .toArray(Term[]::new)));
  }

  @Override
  public void clear() {
    write(writer::deleteAll);
  }

  @Override
  public List<I> passing(Filter filter) {
    return read(searcher -> segments.passing(searcher.getIndexReader(), filter));
  }

  @Override
  public List<I> nearest(Filter filter, List<String> terms, int limit) {
    return read(
        searcher -> {
          var near = new AllOf(List.of(ListQuestion.near(terms, analysis), Condition.of(filter)));
          var hits = searcher.search(Queries.counting(near), Math.max(1, limit), NEAREST_FIRST);
          return idsOf(searcher, hits.scoreDocs, 0, limit);
        });
  }

  @Override
  public SearchPage<I> search(SearchQuery query) {
    return read(
        searcher -> {
          long last = Math.min((long) query.offset() + query.limit(), searcher.count());
          var asked = analysis.query(query.text());
          var found =
              searcher.search(
                  Queries.listing(ListQuestion.of(query, asked, EVERY_WORD)), (int) last);
          boolean someWords = found.total() == 0 && asked.wishes().size() > 1;
          if (someWords) {
            found =
                searcher.search(
                    Queries.listing(ListQuestion.of(query, asked, SOME_WORDS)), (int) last);
          }
          return new SearchPage<>(
              idsOf(searcher, found.hits(), query.offset(), (int) last),
              found.total(),
              someWords && found.total() > 0,
              found.facets());
        });
  }

  @Override
  public long count(SearchQuery query) {
    return read(
        searcher -> {
          var asked = analysis.query(query.text());
          int every = searcher.count(Queries.listing(ListQuestion.of(query, asked, EVERY_WORD)));
          return every == 0 && asked.wishes().size() > 1
              ? (long) searcher.count(Queries.listing(ListQuestion.of(query, asked, SOME_WORDS)))
              : every;
        });
  }

  private List<I> idsOf(IndexSearcher searcher, ScoreDoc[] hits, int from, int to)
      throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var ids = new ArrayList<I>();
    for (int i = from; i < Math.min(to, hits.length); i++) {
      var leaf = leaves.get(ReaderUtil.subIndex(hits[i].doc, leaves));
      ids.add(segments.of(leaf.reader()).ids()[hits[i].doc - leaf.docBase]);
    }
    return ids;
  }

  private void write(Change change) {
    try {
      change.make();
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the newest state of the index. */
  <A> A read(Question<A> question) {
    try {
      var searcher = searchers.acquire();
      try {
        return question.ask((FacetedSearcher) searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (directory;
        writer;
        searchers) {
      segments.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Change {
    void make() throws IOException;
  }

  /** What is asked of one state of the index. */
  interface Question<A> {
    A ask(FacetedSearcher searcher) throws IOException;
  }
}
