package duijie.projects.jdbc;

import duijie.projects.Column;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words by column, as tables keep them: by the column's name. */
final class Columns {

  private Columns() {}

  static Map<String, String> named(Map<Column, String> typed) {
    var named = new LinkedHashMap<String, String>();
    typed.forEach((column, text) -> named.put(column.name(), text));
    return named;
  }

  static Map<Column, String> typed(Map<String, String> named) {
    var typed = new EnumMap<Column, String>(Column.class);
    named.forEach((column, text) -> typed.put(Column.valueOf(column), text));
    return typed;
  }
}
