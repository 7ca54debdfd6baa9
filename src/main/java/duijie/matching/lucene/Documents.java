package duijie.matching.lucene;

import duijie.matching.IndexedRecord;
import duijie.matching.SearchPage.Facet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** How a record becomes a Lucene document. */
final class Documents {

  static final String ID = "id";
  static final String ORDER = "order";
  static final String NAME = "name";
  static final String TEXT = "text";

  static final FacetsConfig FACETS = facets();

  /** Filter fields and the fields above live apart. */
  private static final String FILTER_PREFIX = "filter-";

  /** Longer than any word, shorter than the longest value that Lucene sorts by. */
  private static final int LONGEST = 1_000;

  private static final FieldType WITH_FREQUENCIES = text(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType WITHOUT_FREQUENCIES = text(IndexOptions.DOCS, true);

  private Documents() {}

  static Document documentOf(IndexedRecord record) {
    var document = new Document();
    document.add(new StringField(ID, record.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(record.id())));
    document.add(new SortedDocValuesField(ORDER, new BytesRef(clip(record.order()))));
    record
        .filter()
        .keywords()
        .forEach(
            (field, values) ->
                values.forEach(
                    value -> document.add(new StringField(filter(field), value, Field.Store.NO))));
    record
        .filter()
        .numbers()
        .forEach(
            (field, number) -> document.add(new LongField(filter(field), number, Field.Store.NO)));
    record
        .facets()
        .forEach(
            (facet, values) ->
                values.forEach(
                    value -> document.add(new SortedSetDocValuesFacetField(facet.name(), value))));
    addText(document, NAME, record.nameTerms(), WITHOUT_FREQUENCIES);
    addText(document, TEXT, record.terms(), WITH_FREQUENCIES);
    try {
      return FACETS.build(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the Lucene field that holds this filter field. */
  static String filter(String field) {
    return FILTER_PREFIX + field;
  }

  static boolean isFilter(String luceneField) {
    return luceneField.startsWith(FILTER_PREFIX);
  }

  /** The filter field that the Lucene field of this name holds. */
  static String unfilter(String luceneField) {
    return luceneField.substring(FILTER_PREFIX.length());
  }

  /** The text as it is indexed: cut where it is too long for a term. */
  static String clip(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static void addText(Document document, String field, List<String> terms, FieldType type) {
    document.add(new Field(field, new TermStream(terms), type));
  }

  private static FieldType text(IndexOptions options, boolean omitNorms) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  private static FacetsConfig facets() {
    var config = new FacetsConfig();
    for (var facet : Facet.values()) {
      config.setMultiValued(facet.name(), true);
    }
    return config;
  }
}
