package duijie.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import duijie.agencies.Agency;
import duijie.matching.Exclusion;
import duijie.matching.Factor;
import duijie.matching.Finding;
import duijie.matching.Ranking;
import duijie.projects.Project;
import duijie.sheets.Problem;
import duijie.sheets.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the result of a match as JSON, project by project, so that a large result needs little
 * memory.
 */
final class MatchJson implements AutoCloseable {

  private final JsonGenerator json;

  /** What there is to tell of one project. */
  record Answer(Row<Project> row, Ranking<Agency> ranking, List<Exclusion<Agency>> excluded) {}

  MatchJson(OutputStream out, String ruleBook, LocalDate asOf) throws IOException {
    json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    json.writeStartObject();
    json.writeStringField("ruleBook", ruleBook);
    json.writeStringField("asOf", asOf.toString());
  }

  /** Writes all projects in order, taking each answer when its turn comes. */
  void projects(Stream<Answer> answers, List<Row<Agency>> agencies) throws IOException {
    var rows = new HashMap<Agency.Id, Integer>();
    agencies.forEach(row -> rows.put(row.value().id(), row.number()));
    json.writeArrayFieldStart("projects");
    for (var answer : (Iterable<Answer>) answers::iterator) {
      var row = answer.row();
      json.writeStartObject();
      json.writeStringField("id", row.value().id().value());
      json.writeStringField("name", row.value().name());
      json.writeNumberField("row", row.number());
      json.writeArrayFieldStart("matches");
      for (var match : answer.ranking().matches()) {
        match(match, rows);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("excluded");
      for (var exclusion : answer.excluded()) {
        exclusion(exclusion, rows);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void match(Ranking.Ranked<Agency> match, Map<Agency.Id, Integer> rows)
      throws IOException {
    var agency = match.partner();
    var assessment = match.assessment();
    json.writeStartObject();
    json.writeNumberField("rank", match.rank());
    json.writeStringField("agency", agency.name());
    var code = agency.creditCode();
    string("creditCode", code == null ? null : code.value());
    row(agency, rows);
    number("score", assessment.score());
    number("potential", assessment.potential());
    json.writeArrayFieldStart("unknown");
    for (var rule : assessment.unknown()) {
      json.writeString(rule);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("factors");
    for (var factor : assessment.factors()) {
      factor(factor);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void factor(Factor factor) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", factor.rule());
    number("weight", factor.weight());
    var value = factor.value();
    if (value == null) {
      json.writeNullField("value");
    } else {
      json.writeNumberField("value", value);
    }
    number("points", factor.points());
    json.writeStringField("sentence", factor.sentence());
    json.writeEndObject();
  }

  private void exclusion(Exclusion<Agency> exclusion, Map<Agency.Id, Integer> rows)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("agency", exclusion.partner().name());
    row(exclusion.partner(), rows);
    json.writeArrayFieldStart("rules");
    for (Finding finding : exclusion.failed()) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("sentence", finding.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the problems of both workbooks. */
  void problems(List<Problem> problems) throws IOException {
    json.writeArrayFieldStart("problems");
    for (var problem : problems) {
      json.writeStartObject();
      json.writeStringField("file", problem.file());
      string("sheet", problem.sheet());
      string("cell", problem.cell());
      json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
      json.writeStringField("code", problem.code());
      json.writeStringField("sentence", problem.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void row(Agency agency, Map<Agency.Id, Integer> rows) throws IOException {
    var row = rows.get(agency.id());
    if (row != null) {
      json.writeNumberField("row", row);
    }
  }

  private void string(String field, @Nullable String value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, value);
    }
  }

  private void number(String field, BigDecimal value) throws IOException {
    var plain = value.stripTrailingZeros();
    json.writeFieldName(field);
    json.writeNumber((plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString());
  }

  @Override
  public void close() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
