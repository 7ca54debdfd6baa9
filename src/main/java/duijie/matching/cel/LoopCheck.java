package duijie.matching.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import duijie.shared.yaml.FileErrors;

/**
 * Keeps what a loop does at each step small. The number of steps is limited when a rule runs; with
 * both limits a rule's time is bounded even for the longest texts and lists that a sheet can hold.
 */
final class LoopCheck {

  /** How many parts an expression may have inside loops, the loop's own included. */
  private static final int MAXIMUM_PARTS = 40;

  private final CelAbstractSyntaxTree tree;
  private final FileErrors errors;

  LoopCheck(CelAbstractSyntaxTree tree, FileErrors errors) {
    this.tree = tree;
    this.errors = errors;
  }

  /**
   * Checks one expression.
   *
   * @param start where the expression begins in the text that was compiled, in code points
   */
  void check(Part part, CelExpr expression, int start) {
    if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION
        && parts(expression.comprehension().loopStep()) > MAXIMUM_PARTS) {
      Integer at = tree.getSource().getPositionsMap().get(expression.id());
      errors.add(
          part.place(at == null ? 0 : Math.max(0, at - start)),
          "loop-too-costly",
          "exists、all里面的条件太长，请写短一些，或改用overlaps、covers等函数。",
          "What this loop does at each step is too much; shorten it or use a function.");
      return;
    }
    Reads.inside(expression).forEach(inner -> check(part, inner, start));
  }

  private static int parts(CelExpr expression) {
    return 1 + Reads.inside(expression).mapToInt(LoopCheck::parts).sum();
  }
}
