package duijie.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import duijie.timetable.Timetable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/** Writes a timetable as the agreed JSON. */
final class TimetableJson {

  private TimetableJson() {}

  /** Writes it; reasons are in Chinese or else in English. */
  static void write(Timetable timetable, boolean chinese, OutputStream out) throws IOException {
    try (var json =
        new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeArrayFieldStart("meetings");
      for (var meeting : timetable.meetings()) {
        json.writeStartObject();
        json.writeStringField("project", meeting.project());
        json.writeStringField("agency", meeting.agency());
        json.writeNumberField("slot", meeting.slot());
        json.writeNumberField("table", meeting.table());
        number(json, "value", meeting.value());
        json.writeEndObject();
      }
      json.writeEndArray();
      number(json, "value", timetable.value());
      number(json, "upperBound", timetable.upperBound());
      json.writeArrayFieldStart("unplaced");
      for (var left : timetable.unplaced()) {
        json.writeStartObject();
        json.writeStringField("project", left.project());
        json.writeStringField("agency", left.agency());
        json.writeStringField("code", left.reason().code());
        json.writeStringField(
            "reason", chinese ? left.reason().sentence() : left.reason().english());
        json.writeEndObject();
      }
      json.writeEndArray();
      if (timetable.cut()) {
        json.writeBooleanField("cut", true);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void number(JsonGenerator json, String field, BigDecimal value)
      throws IOException {
    json.writeFieldName(field);
    json.writeNumber(value.toPlainString());
  }
}
