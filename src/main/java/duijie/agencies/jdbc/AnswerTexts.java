package duijie.agencies.jdbc;

import duijie.agencies.Answers;
import duijie.agencies.Column;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Answers as texts: the column's name, an equals sign and what was filled in. */
final class AnswerTexts {

  private AnswerTexts() {}

  static Array column(PreparedStatement statement, Answers answers) throws SQLException {
    var texts = new ArrayList<String>();
    answers
        .values()
        .forEach((column, all) -> all.forEach(value -> texts.add(column.name() + "=" + value)));
    return statement.getConnection().createArrayOf("text", texts.toArray());
  }

  static Answers answers(Array column) throws SQLException {
    var answers = new EnumMap<Column, List<String>>(Column.class);
    for (var text : (String[]) column.getArray()) {
      int end = text.indexOf('=');
      answers
          .computeIfAbsent(Column.valueOf(text.substring(0, end)), any -> new ArrayList<>())
          .add(text.substring(end + 1));
    }
    return new Answers(answers);
  }
}
