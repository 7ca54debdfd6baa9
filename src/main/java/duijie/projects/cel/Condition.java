package duijie.projects.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import duijie.shared.yaml.Suggestions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A condition over the facts of a draft. */
final class Condition {

  private static final Pattern FIELD = Pattern.compile("undefined field '(.+?)'");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '(.+?)'");

  private final Program program;

  private Condition(Program program) {
    this.program = program;
  }

  /** The condition; null, with what is wrong with it, where it is none. */
  static @Nullable Condition of(Scalar scalar, FileErrors errors) {
    var result = Language.COMPILER.compile(scalar.value());
    if (result.hasError()) {
      result.getErrors().forEach(issue -> report(scalar, issue, errors));
      return null;
    }
    try {
      CelAbstractSyntaxTree tree = result.getAst();
      if (!tree.getResultType().equals(SimpleType.BOOL)) {
        errors.add(
            scalar.start(),
            "type-mismatch",
            "条件的结果应是true或false。",
            "A condition must give true or false.");
        return null;
      }
      return new Condition(Language.RUNTIME.createProgram(tree));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException("a checked expression could not be planned", e);
    }
  }

  /**
   * Whether the draft certainly meets the condition; one that reads what is not filled in is not
   * met.
   *
   * @param number the number that was found, or null
   */
  boolean met(Known known, @Nullable BigDecimal number) {
    var variables = new HashMap<String, Object>();
    variables.put("project", known.facts());
    if (number != null) {
      variables.put(Wording.NUMBER, number.doubleValue());
    }
    try {
      return Boolean.TRUE.equals(program.eval(variables));
    } catch (CelEvaluationException e) {
      return false;
    }
  }

  private static void report(Scalar scalar, CelIssue issue, FileErrors errors) {
    int at = offset(scalar.value(), issue);
    var field = FIELD.matcher(issue.getMessage());
    var name = NAME.matcher(issue.getMessage());
    if (field.find()) {
      unknown(scalar, field.group(1), Language.facts(), at, errors);
    } else if (name.find()) {
      unknown(scalar, name.group(1), List.of("project", Wording.NUMBER), at, errors);
    } else {
      boolean types = issue.getMessage().contains("no matching overload");
      errors.add(
          scalar.place(at),
          types ? "type-mismatch" : "syntax-error",
          types ? "这里比较或计算的两边类型不同；金额、百分比写小数，如10.0。" : "条件从这里起看不懂，可能多了、少了或写错了符号。",
          issue.getMessage().lines().findFirst().orElse("Syntax error."));
    }
  }

  private static void unknown(
      Scalar scalar, String name, List<String> known, int from, FileErrors errors) {
    int at = Math.max(scalar.value().indexOf(name, Math.max(0, from - name.length())), 0);
    var near = Suggestions.near(name, known);
    errors.add(
        scalar.place(at),
        "unknown-name",
        "没有“" + name + "”这一项" + near.map(n -> "，是不是“" + n + "”？").orElse("；可用的名称见《发布前检查》。"),
        "There is no '" + name + "'.");
  }

  /** An issue's line (from 1) and column (from 0) as an index into the text. */
  private static int offset(String text, CelIssue issue) {
    int at = 0;
    for (int line = 1; line < issue.getSourceLocation().getLine(); line++) {
      at = text.indexOf('\n', at) + 1;
    }
    return Math.clamp((long) at + issue.getSourceLocation().getColumn(), 0, text.length());
  }
}
