package duijie.matching;

import duijie.matching.SearchPage.Facet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the records of a list must have, and what having it counts in the list's order. Every engine
 * puts this into its own terms, so all of them find and order alike.
 */
public sealed interface Condition {

  /** What every record has. */
  Condition EVERYTHING = new AllOf(List.of());

  /** What no record has. */
  Condition NOTHING = new AnyOf(List.of());

  /** Whether having it counts something. */
  default boolean counts() {
    return false;
  }

  /** Where a term stands. */
  enum Place {
    NAME,
    /** Anywhere, the name included. */
    TEXT
  }

  /** The term stands there. */
  record Has(Place place, String term) implements Condition {}

  /** The test of what records are filtered by holds. */
  record Passes(Filter.Test test) implements Condition {}

  /** One of the facet's values is among these. */
  record Under(Facet facet, Set<String> values) implements Condition {

    public Under {
      values = Set.copyOf(values);
    }
  }

  /** All of these, which together count what each of them counts. */
  record AllOf(List<Condition> parts) implements Condition {

    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean counts() {
      return anyCounts(parts);
    }
  }

  /** At least one of these; those that hold count together. */
  record AnyOf(List<Condition> parts) implements Condition {

    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean counts() {
      return anyCounts(parts);
    }
  }

  /** What is required; what is welcome besides counts and need not hold. */
  record Preferring(Condition required, List<Condition> welcome) implements Condition {

    public Preferring {
      welcome = List.copyOf(welcome);
    }

    @Override
    public boolean counts() {
      return required.counts() || anyCounts(welcome);
    }
  }

  /** What is required, where the other does not hold. */
  record Without(Condition required, Condition unwanted) implements Condition {

    @Override
    public boolean counts() {
      return required.counts();
    }
  }

  /**
   * The condition, which counts these points and nothing that it would count itself. Points are
   * whole and few enough that the numbers of engines hold every sum of them exactly.
   */
  record Counting(Condition condition, int points) implements Condition {

    @Override
    public boolean counts() {
      return true;
    }
  }

  /** The filter, which counts nothing. */
  static Condition of(Filter filter) {
    return new AllOf(
        filter.clauses().stream()
            .<Condition>map(
                clause -> new AnyOf(clause.anyOf().stream().<Condition>map(Passes::new).toList()))
            .toList());
  }

  private static boolean anyCounts(Collection<Condition> parts) {
    return parts.stream().anyMatch(Condition::counts);
  }
}
