package duijie.matching;

import java.util.List;

/**
 * A partner that at least one eligibility rule excludes.
 *
 * @param failed every rule that fails, evaluated in full
 */
public record Exclusion<T>(T partner, List<Finding> failed) {

  public Exclusion {
    failed = List.copyOf(failed);
  }
}
