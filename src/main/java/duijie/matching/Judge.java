package duijie.matching;

import java.util.List;

/**
 * The rules as one project sees agencies, or one agency sees projects, on one day. Asked by one
 * thread at a time.
 *
 * @param <F> what the rules read of the other side
 */
public interface Judge<F> {

  /**
   * What the eligibility rules say together: fail where one of them fails, else unknown where one
   * of them does not know, else pass.
   */
  Verdict eligibility(F partner);

  /** The value of each criterion, as {@link RuleBook#values}. */
  double[] values(F partner);

  /** Everything the book says of the pair, with sentences. */
  Assessment assess(F partner);

  /** The failed rules alone, each with its sentence. */
  List<Finding> failures(F partner);

  /** How many eligibility rules do not know. */
  int unknown(F partner);
}
