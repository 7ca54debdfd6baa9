package duijie.matching;

import duijie.shared.Money;
import org.jspecify.annotations.Nullable;

/** Bands of a project's budget, for the facets of a list. */
public enum AmountBand {
  UNKNOWN("未公布", 0, 0),
  BELOW_100K("10万元以下", 0, 100_000),
  FROM_100K("10万–30万元", 100_000, 300_000),
  FROM_300K("30万–100万元", 300_000, 1_000_000),
  FROM_1M("100万–200万元", 1_000_000, 2_000_000),
  FROM_2M("200万元以上", 2_000_000, Long.MAX_VALUE);

  private final String label;
  private final long from;
  private final long below;

  AmountBand(String label, long from, long below) {
    this.label = label;
    this.from = from;
    this.below = below;
  }

  public String label() {
    return label;
  }

  /** The band of this amount: from the lower bound on, below the upper one. */
  public static AmountBand of(@Nullable Money amount) {
    if (amount == null) {
      return UNKNOWN;
    }
    long yuan = amount.yuan().longValue();
    for (var band : values()) {
      if (band != UNKNOWN && yuan >= band.from && yuan < band.below) {
        return band;
      }
    }
    throw new AssertionError("no band for " + amount);
  }
}
