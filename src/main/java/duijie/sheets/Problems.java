package duijie.sheets;

import duijie.sheets.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of a sheet. Past a number that nobody reads it only counts them, so that a
 * sheet full of problems stays within the limits.
 */
final class Problems {

  static final int MOST = 10_000;

  private final String file;
  private final String sheet;
  private final List<Problem> problems = new ArrayList<>();
  private int errorsLeftOut;
  private int warningsLeftOut;

  Problems(String file, String sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  /** Adds a problem with the severity of its code. */
  void add(@Nullable String cell, ProblemCode code, String sentence) {
    add(cell, code.severity(), code, sentence);
  }

  void add(@Nullable String cell, Severity severity, ProblemCode code, String sentence) {
    if (problems.size() < MOST) {
      problems.add(new Problem(file, sheet, cell, severity, code.code(), sentence));
    } else if (severity == Severity.ERROR) {
      errorsLeftOut++;
    } else {
      warningsLeftOut++;
    }
  }

  String sheet() {
    return sheet;
  }

  /** All of them in the order they came, and how many were left out. */
  List<Problem> list() {
    if (errorsLeftOut + warningsLeftOut == 0) {
      return List.copyOf(problems);
    }
    var all = new ArrayList<>(problems);
    all.add(
        new Problem(
            file,
            sheet,
            null,
            errorsLeftOut > 0 ? Severity.ERROR : Severity.WARNING,
            ProblemCode.MORE_PROBLEMS.code(),
            "只列出前 %d 个问题，另有 %d 处错误、%d 处提醒未列出。请先改正已列出的，再重新导入。"
                .formatted(MOST, errorsLeftOut, warningsLeftOut)));
    return List.copyOf(all);
  }
}
