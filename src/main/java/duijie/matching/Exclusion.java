package duijie.matching;

import java.util.List;

/**
 * A partner that at least one eligibility rule excludes.
 *
 * @param failed every rule that fails, evaluated in full
 * @param unknown how many rules do not know
 */
public record Exclusion<T>(T partner, List<Finding> failed, int unknown) {

  public Exclusion {
    failed = List.copyOf(failed);
  }
}
