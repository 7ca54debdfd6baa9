package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import duijie.matching.Condition;
import duijie.matching.FilterFields;
import duijie.matching.SearchPage.Facet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The fields of a document. All of them hold terms as they are: what a text means was found out by
 * the application, so that no server needs to know any Chinese, and all find alike.
 */
final class Fields {

  static final String ID = "id";
  static final String ORDER = "order";

  private static final String NAME = "name";
  private static final String TEXT = "text";

  /** Longer than any word, shorter than the longest value that there may be. */
  private static final int LONGEST = 1_000;

  /** Ids of documents may not be longer, in bytes. */
  private static final int LONGEST_ID = 500;

  private static final String LONG_ID = "sha256 ";

  private Fields() {}

  /** The fields of the documents of one kind, and no others. */
  static TypeMapping mapping(FilterFields.Names names) {
    return TypeMapping.of(
        mapping -> {
          // The database has the records; what a search gives are their ids alone.
          mapping.dynamic(DynamicMapping.Strict).source(source -> source.enabled(false));
          mapping.properties(ID, keyword(true, true)).properties(ORDER, keyword(false, true));
          mapping.properties(NAME, keyword(true, false)).properties(TEXT, keyword(true, false));
          for (var facet : Facet.values()) {
            mapping.properties(facet(facet), keyword(true, true));
          }
          names.keywords().forEach(f -> mapping.properties(filter(f), keyword(true, false)));
          names
              .numbers()
              .forEach(f -> mapping.properties(filter(f), Property.of(p -> p.long_(n -> n))));
          return mapping;
        });
  }

  static String facet(Facet facet) {
    return "facet-" + facet.name().toLowerCase(Locale.ROOT);
  }

  static String filter(String field) {
    return "filter-" + field;
  }

  static String place(Condition.Place place) {
    return switch (place) {
      case NAME -> NAME;
      case TEXT -> TEXT;
    };
  }

  /** The text as it is indexed: cut where it is too long for a term. */
  static String clip(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** What the document of the record is called. */
  static String documentId(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_ID && !id.startsWith(LONG_ID)) {
      return id;
    }
    try {
      return LONG_ID + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Property keyword(boolean asked, boolean sorted) {
    return Property.of(
        property -> property.keyword(keyword -> keyword.index(asked).docValues(sorted)));
  }
}
