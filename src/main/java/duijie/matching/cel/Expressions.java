package duijie.matching.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several expressions that are evaluated together. Should one fail, the others still give their
 * results.
 */
final class Expressions {

  private static final String TOO_MUCH = "计算量超过上限";

  private final Lazy<Program> together;
  private final List<Lazy<Program>> each = new ArrayList<>();
  private final Lazy<List<Optional<List<String>>>> readsOfProject;
  private final Lazy<List<Optional<List<String>>>> readsOfAgency;

  Expressions(Compilation compilation, List<Part> parts) {
    this.together = new Lazy<>(() -> compilation.program(parts));
    this.readsOfProject = new Lazy<>(() -> reads(compilation, parts, Pair.PROJECT));
    this.readsOfAgency = new Lazy<>(() -> reads(compilation, parts, Pair.AGENCY));
    for (var part : parts) {
      each.add(new Lazy<>(() -> compilation.program(part)));
    }
  }

  /** A result that could not be computed. */
  record Failure(String reason) {}

  /** The results in order; {@link Failure} for each that cannot be computed. */
  List<?> evaluate(CelVariableResolver pair) {
    if (each.isEmpty()) {
      return List.of();
    }
    try {
      Effort.begin();
      return (List<?>) together.get().eval(pair);
    } catch (CelEvaluationException | Effort.Exceeded e) {
      return each.stream().map(program -> alone(program.get(), pair)).toList();
    }
  }

  /** The result of the expression at this place; {@link Failure} where it cannot be computed. */
  Object evaluate(int place, CelVariableResolver pair) {
    return alone(each.get(place).get(), pair);
  }

  /** The facts of a side that the expression at this place looks at, as {@link Reads#of}. */
  Optional<List<String>> reads(int place, String side) {
    return (side.equals(Pair.PROJECT) ? readsOfProject : readsOfAgency).get().get(place);
  }

  private static List<Optional<List<String>>> reads(
      Compilation compilation, List<Part> parts, String side) {
    return parts.stream().map(part -> compilation.reads(part, side)).toList();
  }

  int size() {
    return each.size();
  }

  private static Object alone(Program program, CelVariableResolver pair) {
    try {
      Effort.begin();
      return program.eval(pair);
    } catch (Effort.Exceeded e) {
      return new Failure(TOO_MUCH);
    } catch (CelEvaluationException e) {
      return new Failure(reason(e));
    }
  }

  private static String reason(CelEvaluationException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.util.NoSuchElementException) {
        return "资料未填写";
      }
    }
    return switch (e.getErrorCode()) {
      case DIVIDE_BY_ZERO -> "除数为零";
      case NUMERIC_OVERFLOW -> "数字太大";
      case ITERATION_BUDGET_EXCEEDED -> TOO_MUCH;
      default -> "计算出错";
    };
  }
}
