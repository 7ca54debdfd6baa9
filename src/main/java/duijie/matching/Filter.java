package duijie.matching;

import java.util.List;
import java.util.Set;

/**
 * What a candidate must satisfy: all of the clauses. Each clause stands for a rule that certainly
 * fails for what the clause drops; what is unknown passes.
 */
public record Filter(List<Clause> clauses) {

  /** Lets everything pass. */
  public static final Filter ALL = new Filter(List.of());

  public Filter {
    clauses = List.copyOf(clauses);
  }

  /**
   * At least one of the tests holds.
   *
   * @param rule the id of the rule that the clause stands for
   */
  public record Clause(String rule, List<Test> anyOf) {

    public Clause {
      anyOf = List.copyOf(anyOf);
    }
  }

  /** A test of one indexed field. */
  public sealed interface Test {

    /** The field holds at least one of these values. */
    record HasAny(String field, Set<String> values) implements Test {

      public HasAny {
        values = Set.copyOf(values);
      }
    }

    /** The numeric field is within these bounds, both included. */
    record Between(String field, long from, long to) implements Test {}
  }
}
