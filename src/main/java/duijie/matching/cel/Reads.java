package duijie.matching.cel;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which facts an expression looks at. */
final class Reads {

  private Reads() {}

  /**
   * The facts of one side that the expression may look at, in order; empty where it looks at the
   * side as a whole, so that no list of facts tells what it depends on.
   *
   * @param side the name of the side's variable
   */
  static Optional<List<String>> of(CelExpr expression, String side) {
    var facts = new TreeSet<String>();
    return collect(expression, side, facts) ? Optional.of(List.copyOf(facts)) : Optional.empty();
  }

  private static boolean collect(CelExpr expression, String side, TreeSet<String> facts) {
    if (isSide(expression, side)) {
      return false;
    }
    if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
        && isSide(expression.select().operand(), side)) {
      facts.add(expression.select().field());
      return true;
    }
    return inside(expression).allMatch(part -> collect(part, side, facts));
  }

  private static boolean isSide(CelExpr expression, String side) {
    return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expression.ident().name().equals(side);
  }

  /** The expressions directly inside this one. */
  static Stream<CelExpr> inside(CelExpr expression) {
    return switch (expression.exprKind().getKind()) {
      case SELECT -> Stream.of(expression.select().operand());
      case CALL ->
          Stream.concat(expression.call().target().stream(), expression.call().args().stream());
      case LIST -> expression.list().elements().stream();
      case STRUCT -> expression.struct().entries().stream().map(CelExpr.CelStruct.Entry::value);
      case MAP ->
          expression.map().entries().stream()
              .flatMap(entry -> Stream.of(entry.key(), entry.value()));
      case COMPREHENSION -> {
        var loop = expression.comprehension();
        yield Stream.of(
            loop.iterRange(),
            loop.accuInit(),
            loop.loopCondition(),
            loop.loopStep(),
            loop.result());
      }
      default -> Stream.empty();
    };
  }
}
