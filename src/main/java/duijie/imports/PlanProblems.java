package duijie.imports;

import duijie.sheets.Imported;
import duijie.sheets.Problem;
import duijie.sheets.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Collects what is to be said of a workbook: what reading it named, and what comes up after. */
final class PlanProblems {

  /** What makes the reader leave a whole row out. */
  private static final Set<String> ROW_LEFT_OUT =
      Set.of(
          ProblemCode.NAME_MISSING.code(),
          ProblemCode.DUPLICATE_ID.code(),
          ProblemCode.DUPLICATE_CREDIT_CODE.code(),
          ProblemCode.DUPLICATE_NAME.code());

  private final String file;
  private final Imported<?> read;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param file what the file was called where it comes from
   */
  PlanProblems(String file, Imported<?> read) {
    this.file = file;
    this.read = read;
    read.problems().forEach(p -> problems.add(named(file, p)));
  }

  /** Adds one of this row, at the cell of its name. */
  void add(int row, ProblemCode code, String sentence) {
    add(row, "", code, sentence);
  }

  /** Adds one of this row, at the cell of the column of this label; without one, of its name. */
  void add(int row, String label, ProblemCode code, String sentence) {
    var place = read.place();
    problems.add(
        new Problem(
            file,
            place == null ? null : place.sheet(),
            place == null ? null : place.cell(row, label),
            code.severity(),
            code.code(),
            sentence));
  }

  /** Whether the sheet has a column of this label. */
  boolean has(String label) {
    var place = read.place();
    return place != null && place.columns().containsKey(label);
  }

  /** The plan of these steps and of the rows that were left out at reading. */
  <T> Plan<T> plan(List<Plan.Step<T>> steps) {
    var byRow = new TreeMap<Integer, Plan.Step<T>>();
    steps.forEach(step -> byRow.put(step.line().row(), step));
    for (var problem : problems) {
      var row = PlanRows.of(problem);
      if (row.isPresent() && ROW_LEFT_OUT.contains(problem.code())) {
        byRow.computeIfAbsent(row.getAsInt(), PlanProblems::leftOut);
      }
    }
    var sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(problem -> PlanRows.of(problem).orElse(0)));
    return new Plan<>(List.copyOf(byRow.values()), sorted);
  }

  private static <T> Plan.Step<T> leftOut(int row) {
    return new Plan.Step<>(
        new Line(row, Effect.REFUSED, "第 " + row + " 行", null, List.of(), false), null, null);
  }

  /** The cell of the column of this label in this row, as Excel names it. */
  String cell(int row, String label) {
    var place = read.place();
    return place == null ? "" : place.cell(row, label);
  }

  /** The problem of a file that was called so where it comes from. */
  static Problem named(String file, Problem problem) {
    return new Problem(
        file,
        problem.sheet(),
        problem.cell(),
        problem.severity(),
        problem.code(),
        problem.sentence());
  }
}
