package duijie.matching;

import java.util.List;

/**
 * The rules as one project sees agencies, or one agency sees projects, on one day. Asked by one
 * thread at a time.
 *
 * @param <F> what the rules read of the other side
 */
public interface Judge<F> {

  /** Whether no eligibility rule fails; what is unknown does not fail. */
  boolean passes(F partner);

  /** The value of each criterion, as {@link RuleBook#values}. */
  double[] values(F partner);

  /** Everything the book says of the pair, with sentences. */
  Assessment assess(F partner);

  /** The failed rules alone, each with its sentence. */
  List<Finding> failures(F partner);
}
