package duijie.sheets;

import duijie.projects.Column;
import duijie.projects.TypedProjects;
import duijie.regions.Regions;
import duijie.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Understands a form as it does a row of 项目发布表: the same words mean the same in both. */
public final class TypedProject implements TypedProjects {

  private static final List<Column> COLUMNS = List.of(Column.values());
  private static final int HEADER = 1;
  private static final int ROW = 2;

  private final Regions regions;
  private final Vocabulary vocabulary;

  public TypedProject(Regions regions, Vocabulary vocabulary) {
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  @Override
  public Understood understand(Map<Column, String> typed) {
    var rows = SheetImport.projects("", "", List.of(), regions, vocabulary);
    try {
      rows.accept(new SheetRow(HEADER, COLUMNS.stream().map(c -> cell(c, c.label())).toList()));
      rows.accept(
          new SheetRow(
              ROW,
              COLUMNS.stream()
                  .filter(typed::containsKey)
                  .map(c -> cell(c, typed.getOrDefault(c, "")))
                  .toList()));
      var read = rows.finish();
      var doubts = new ArrayList<Doubt>();
      read.problems().stream()
          .filter(problem -> problem.cell() != null)
          .forEach(
              problem ->
                  doubts.add(
                      new Doubt(
                          column(String.valueOf(problem.cell())),
                          problem.severity() == Problem.Severity.ERROR,
                          // A form has no cells.
                          problem.sentence().replace("（" + problem.cell() + "）", ""))));
      var project = read.rows().isEmpty() ? null : read.rows().getFirst().value();
      return new Understood(project, doubts);
    } catch (RefusedWorkbook tooLong) {
      return new Understood(null, List.of(new Doubt(null, true, "填写的内容太长，请缩短。")));
    }
  }

  private static Cell cell(Column column, String text) {
    return new Cell(column.ordinal(), new Content.Text(text), false);
  }

  private static Column column(String cell) {
    return Arrays.stream(Column.values())
        .filter(c -> cell.equals(Cell.address(ROW, c.ordinal())))
        .findFirst()
        .orElse(Column.NAME);
  }
}
