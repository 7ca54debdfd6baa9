package duijie.matching.elasticsearch;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpSerializable;
import duijie.matching.Condition.Place;
import duijie.matching.IndexedRecord;
import jakarta.json.stream.JsonGenerator;
import java.util.Collection;
import java.util.HashSet;

/** A record as a document. */
record IndexedDocument(IndexedRecord record) implements JsonpSerializable {

  @Override
  public void serialize(JsonGenerator json, JsonpMapper mapper) {
    json.writeStartObject();
    json.write(Fields.ID, record.id());
    json.write(Fields.ORDER, Fields.clip(record.order()));
    write(json, Fields.place(Place.NAME), record.nameTerms());
    write(json, Fields.place(Place.TEXT), record.terms());
    record.facets().forEach((facet, values) -> write(json, Fields.facet(facet), values));
    record
        .filter()
        .keywords()
        .forEach((field, values) -> write(json, Fields.filter(field), values));
    record.filter().numbers().forEach((field, number) -> json.write(Fields.filter(field), number));
    json.writeEnd();
  }

  /** About how many bytes it takes. */
  int size() {
    return record.terms().stream().mapToInt(term -> 3 * term.length() + 3).sum() + 2_000;
  }

  private static void write(JsonGenerator json, String field, Collection<String> values) {
    json.writeStartArray(field);
    for (var value : new HashSet<>(values)) {
      json.write(Fields.clip(value));
    }
    json.writeEnd();
  }
}
