package duijie.imports;

import duijie.projects.Clause;
import duijie.projects.Column;
import duijie.projects.ProjectWords;
import duijie.projects.Publication;
import duijie.sheets.ProjectRow;
import duijie.sheets.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a row of 项目发布表 says, as it would be typed into the form of a draft. */
@Singleton
final class DraftCells {

  private final ProjectWords words;

  DraftCells(ProjectWords words) {
    this.words = words;
  }

  /** What was understood as it would be typed; what was not, as it stands in the cell. */
  Map<Column, String> typed(Row<ProjectRow> row) {
    var read = row.value();
    var typed = words.typed(read.project());
    if (read.project().id().value().equals("row-" + row.number())) {
      typed.remove(Column.ID);
    }
    read.project()
        .unreadable()
        .forEach(
            column -> {
              var shown = read.shown().get(column);
              if (shown != null) {
                typed.put(column, shown);
              }
            });
    // They come to be when it is published.
    typed.remove(Column.PUBLISHED_ON);
    return typed;
  }

  /** The columns beside the agreed ones that are clauses. */
  Map<String, String> clauses(ProjectRow row) {
    var clauses = new LinkedHashMap<String, String>();
    for (var kind : Clause.Kind.FURTHER) {
      var text = row.project().extra().get(kind.label());
      if (text != null && !text.isBlank()) {
        clauses.put(kind.label(), text);
      }
    }
    return clauses;
  }

  /** All that a draft says. */
  static List<Difference> says(Publication draft) {
    var says = new ArrayList<Difference>();
    draft.typed().forEach((column, text) -> says.add(new Difference(column.label(), "", text)));
    draft.clauses().forEach((heading, text) -> says.add(new Difference(heading, "", text)));
    return says;
  }
}
