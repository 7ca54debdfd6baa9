package duijie.imports;

import duijie.projects.Column;
import duijie.projects.Inspection;
import duijie.projects.Publication;
import duijie.sheets.ProblemCode;
import duijie.sheets.ProjectRow;
import duijie.sheets.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what each row of 项目发布表 would do. */
final class DraftPlanning {

  private final Import job;
  private final Map<String, Publication> byNumber = new HashMap<>();
  private final Map<Map<Column, String>, Publication> byWords = new HashMap<>();
  private final Set<String> taken;
  private final DraftCells cells;
  private final PlanProblems problems;

  /**
   * @param known what the organisation is writing, or has published
   * @param taken the numbers that projects have
   */
  DraftPlanning(
      Import job,
      List<Publication> known,
      Set<String> taken,
      DraftCells cells,
      PlanProblems problems) {
    this.job = job;
    this.taken = taken;
    this.cells = cells;
    this.problems = problems;
    var drafts = known.stream().filter(p -> p.stage() != Publication.Stage.CANCELLED).toList();
    for (var draft : drafts) {
      byWords.put(draft.typed(), draft);
      var number = draft.typed().get(Column.ID);
      if (number != null) {
        byNumber.put(number, draft);
      }
    }
  }

  Plan.Step<Publication> step(Row<ProjectRow> row) {
    var draft =
        Publication.begun(
            new Publication.Id(UUID.randomUUID()),
            job.owner(),
            new Publication.Content(
                Publication.Purpose.CALL, cells.typed(row), cells.clauses(row.value())));
    var same = byWords.get(draft.typed());
    if (same != null && same.says(draft.content())) {
      return step(row, Effect.UNCHANGED, same, null);
    }
    var number = draft.typed().get(Column.ID);
    if (number != null && taken.contains(number)) {
      problems.add(
          row.number(),
          ProblemCode.PROJECT_EXISTS,
          "项目编号“" + number + "”已经有发布过的项目，本行不导入。请换一个编号，或者留空由系统编号。");
      return step(row, Effect.REFUSED, null, null);
    }
    var other = number == null ? null : byNumber.get(number);
    if (other != null) {
      problems.add(
          row.number(),
          ProblemCode.DRAFT_EXISTS,
          "项目编号“" + number + "”已经有一份草稿“" + other.title() + "”，内容不同，本行不导入。请到那份草稿里修改，或者换一个编号。");
      return step(row, Effect.REFUSED, other, null);
    }
    return step(row, Effect.NEW, null, draft);
  }

  private static Plan.Step<Publication> step(
      Row<ProjectRow> row,
      Effect effect,
      @Nullable Publication known,
      @Nullable Publication draft) {
    var line =
        new Line(
            row.number(),
            effect,
            row.value().project().name(),
            known == null ? null : known.id().toString(),
            draft == null ? List.of() : DraftCells.says(draft),
            false);
    return new Plan.Step<>(line, known, draft);
  }

  /** Says of a row what stands in the way of publishing it, and what else is doubted. */
  void inspected(Row<ProjectRow> row, Inspection inspection) {
    var missing =
        inspection.missing().stream()
            .filter(column -> !column.required())
            .map(Column::label)
            .collect(Collectors.groupingBy(problems::has));
    missing.getOrDefault(true, List.of()).forEach(label -> toFill(row, label, List.of(label)));
    var elsewhere = missing.getOrDefault(false, List.of());
    if (!elsewhere.isEmpty()) {
      toFill(row, "", elsewhere);
    }
    for (var remark : inspection.remarks()) {
      var words = remark.quote().words();
      problems.add(
          row.number(),
          remark.where(),
          remark.blocking() ? ProblemCode.TO_MEND_BEFORE_PUBLISHING : ProblemCode.CLAUSE_DOUBTED,
          remark.where()
              + "："
              + (words.isEmpty() ? "" : "“" + words + "”")
              + remark.sentence()
              + "建议："
              + remark.suggestion());
    }
  }

  private void toFill(Row<ProjectRow> row, String at, List<String> labels) {
    problems.add(
        row.number(),
        at,
        ProblemCode.TO_MEND_BEFORE_PUBLISHING,
        "发布前还要填“" + String.join("”“", labels) + "”。可以导入以后在草稿里补。");
  }
}
