package duijie.matching.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import duijie.matching.cel.Part.Kind;
import duijie.shared.FilePlace;
import duijie.shared.yaml.FileErrors;

/**
 * Checks what the type checker cannot: that an expression gives what its place in the book needs,
 * and that {@code unknown} stands only where a result stands.
 */
final class ResultCheck {

  private final CelAbstractSyntaxTree tree;
  private final FileErrors errors;

  ResultCheck(CelAbstractSyntaxTree tree, FileErrors errors) {
    this.tree = tree;
    this.errors = errors;
  }

  /**
   * Checks one expression.
   *
   * @param start where the expression begins in the text that was compiled, in code points
   */
  void check(Part part, CelExpr expression, int start) {
    if (conditional(expression)) {
      var arguments = expression.call().args();
      refuseUnknown(part, arguments.get(0), start);
      check(part, arguments.get(1), start);
      check(part, arguments.get(2), start);
      return;
    }
    if (unknown(expression)) {
      if (part.kind() != Kind.VERDICT && part.kind() != Kind.VALUE) {
        misplaced(part, expression, start);
      }
      return;
    }
    refuseUnknown(part, expression, start);
    var type = tree.getType(expression.id()).orElse(SimpleType.DYN);
    if (!allowed(part.kind(), type.kind())) {
      wrong(part, expression, start, Types.label(type), type.name());
    } else if (part.kind() == Kind.VALUE) {
      checkRange(part, expression, start);
    }
  }

  private static boolean allowed(Kind kind, CelKind type) {
    return switch (kind) {
      case VERDICT, CONDITION -> type == CelKind.BOOL;
      case VALUE -> type == CelKind.INT || type == CelKind.DOUBLE;
      case PLACEHOLDER ->
          switch (type) {
            case STRING, INT, DOUBLE, BOOL, TIMESTAMP -> true;
            default -> false;
          };
    };
  }

  private void wrong(Part part, CelExpr expression, int start, String type, String english) {
    var place = place(part, expression, start);
    switch (part.kind()) {
      case VERDICT ->
          errors.add(
              place,
              "type-mismatch",
              "规则的结果应是true、false或unknown，这里是" + type + "。",
              "A verdict must be true, false or unknown; this is " + english + ".");
      case CONDITION ->
          errors.add(
              place,
              "type-mismatch",
              "when的结果应是true或false，这里是" + type + "。",
              "A condition must be true or false; this is " + english + ".");
      case VALUE ->
          errors.add(
              place,
              "type-mismatch",
              "评分的结果应是0到1的数或unknown，这里是" + type + "。",
              "A value must be a number from 0 to 1 or unknown; this is " + english + ".");
      case PLACEHOLDER ->
          errors.add(
              place,
              "type-mismatch",
              "花括号里应是文字、数、日期或是否，这里是" + type + "；列表请用termNames或regionNames。",
              "A placeholder must be a text, a number, a date or a truth value; this is "
                  + english
                  + ".");
    }
  }

  private void checkRange(Part part, CelExpr expression, int start) {
    if (expression.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return;
    }
    var constant = expression.constant();
    double value =
        switch (constant.getKind()) {
          case DOUBLE_VALUE -> constant.doubleValue();
          case INT64_VALUE -> constant.int64Value();
          default -> 0;
        };
    if (!(value >= 0 && value <= 1)) {
      errors.add(
          place(part, expression, start),
          "value-out-of-range",
          "评分的结果应在0到1之间，这里是" + Formats.text(value) + "。",
          "A value must be from 0 to 1; this is " + value + ".");
    }
  }

  private void refuseUnknown(Part part, CelExpr expression, int start) {
    if (unknown(expression)) {
      misplaced(part, expression, start);
      return;
    }
    switch (expression.exprKind().getKind()) {
      case SELECT -> refuseUnknown(part, expression.select().operand(), start);
      case CALL -> {
        expression.call().target().ifPresent(target -> refuseUnknown(part, target, start));
        expression.call().args().forEach(argument -> refuseUnknown(part, argument, start));
      }
      case LIST -> expression.list().elements().forEach(e -> refuseUnknown(part, e, start));
      case STRUCT ->
          expression.struct().entries().forEach(e -> refuseUnknown(part, e.value(), start));
      case MAP ->
          expression
              .map()
              .entries()
              .forEach(
                  entry -> {
                    refuseUnknown(part, entry.key(), start);
                    refuseUnknown(part, entry.value(), start);
                  });
      case COMPREHENSION -> {
        var loop = expression.comprehension();
        refuseUnknown(part, loop.iterRange(), start);
        refuseUnknown(part, loop.loopStep(), start);
      }
      default -> {}
    }
  }

  private void misplaced(Part part, CelExpr expression, int start) {
    errors.add(
        place(part, expression, start),
        "unknown-misplaced",
        "unknown只能作为结果，写在“条件 ? 结果 : 结果”的结果处。",
        "'unknown' may only be a result, in a branch of 'condition ? result : result'.");
  }

  private static boolean conditional(CelExpr expression) {
    return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
        && expression.call().function().equals("_?_:_");
  }

  private static boolean unknown(CelExpr expression) {
    return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
        && expression.ident().name().equals("unknown");
  }

  private FilePlace place(Part part, CelExpr expression, int start) {
    Integer at = tree.getSource().getPositionsMap().get(expression.id());
    return part.place(at == null ? 0 : Math.max(0, at - start));
  }
}
