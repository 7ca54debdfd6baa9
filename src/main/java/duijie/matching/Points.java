package duijie.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Adds up the points of a pair: for each criterion weight × value, rounded half-up to two decimals.
 *
 * <p>Rankings add up hundreds of pairs, so sums are whole numbers of a small unit, a hundredth of a
 * point unless a weight is finer. They are exact all the same: where a product in floating point is
 * so near to a half that it might round the other way, the decimal product decides.
 */
public final class Points {

  private static final int DECIMALS = 2;
  private static final double NEAR = 1e-6;

  private final BigDecimal[] weights;
  private final double[] hundredths;
  private final long[] inUnits;
  private final int scale;
  private final long unitsPerHundredth;

  Points(List<Rule.Criterion> criteria) {
    weights = criteria.stream().map(Rule.Criterion::weight).toArray(BigDecimal[]::new);
    int finest = DECIMALS;
    for (var weight : weights) {
      finest = Math.max(finest, weight.stripTrailingZeros().scale());
    }
    scale = finest;
    unitsPerHundredth = BigDecimal.TEN.pow(scale - DECIMALS).longValueExact();
    hundredths = new double[weights.length];
    inUnits = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      hundredths[i] = weights[i].movePointRight(DECIMALS).doubleValue();
      inUnits[i] = weights[i].movePointRight(scale).longValueExact();
    }
  }

  /** The points of one criterion, with two decimals. */
  public static BigDecimal of(BigDecimal weight, double value) {
    return weight.multiply(BigDecimal.valueOf(value)).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** The sum of the points, in units; unknown values give none. */
  long score(double[] values) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        sum += hundredths(i, values[i]);
      }
    }
    return sum * unitsPerHundredth;
  }

  /** The sum of the weights of all unknown values, in units. */
  long unknown(double[] values) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        sum += inUnits[i];
      }
    }
    return sum;
  }

  /** Units as points. */
  BigDecimal points(long units) {
    return BigDecimal.valueOf(units, scale);
  }

  private long hundredths(int criterion, double value) {
    double product = hundredths[criterion] * value;
    double below = Math.floor(product);
    double rest = product - below - 0.5;
    if (Math.abs(rest) > NEAR) {
      return (long) below + (rest > 0 ? 1 : 0);
    }
    return of(weights[criterion], value).movePointRight(DECIMALS).longValueExact();
  }
}
