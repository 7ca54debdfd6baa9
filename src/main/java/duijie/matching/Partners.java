package duijie.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The one side of a question seen from the other: the agencies for a project, or the projects for
 * an agency.
 *
 * @param <F> what the rules read of a partner
 * @param <T> a partner
 */
interface Partners<F, T> {

  /** All that were put in. */
  Collection<F> all();

  /** Those that the filter lets pass. */
  List<F> candidates();

  /** Those that the filter lets pass, nearest text first, as far as the engine finds any near. */
  List<F> nearest(int limit);

  Verdict[] verdicts(F partner);

  double[] values(F partner);

  Assessment assess(F partner);

  List<Finding> failures(F partner);

  T unwrap(F partner);

  /** The order of those that score alike. No two are equal in it. */
  Comparator<F> order();
}
