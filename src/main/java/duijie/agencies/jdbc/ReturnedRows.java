package duijie.agencies.jdbc;

import duijie.agencies.Declaration;
import duijie.agencies.Section;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Rows of the table agency_return, each a section. */
final class ReturnedRows {

  private ReturnedRows() {}

  /** What was returned, in the order of its first rows. */
  static List<Declaration.Returned> all(PreparedStatement statement) throws SQLException {
    var found = new LinkedHashMap<String, Declaration.Returned>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var number = rows.getString("number");
        var before = found.get(number);
        var parts = new LinkedHashMap<Section, Declaration.Part>();
        if (before != null) {
          parts.putAll(before.parts());
        }
        var answers = AnswerTexts.answers(rows.getArray("answers"));
        parts.put(
            Section.valueOf(rows.getString("section")),
            new Declaration.Part(0, false, answers, rows.getString("reason")));
        var at = rows.getObject("returned_at", OffsetDateTime.class).toInstant();
        found.put(
            number, new Declaration.Returned(number, at, rows.getString("returned_by"), parts));
      }
    }
    return new ArrayList<>(found.values());
  }
}
