package duijie.matching;

/** What kind of value a fact is. */
public enum FactType {
  /** A {@link String}. */
  TEXT("文字"),
  /** A {@link Long}. */
  WHOLE("整数"),
  /** A {@link Double}. */
  NUMBER("小数"),
  /** A {@link Boolean}. */
  FLAG("是否"),
  /**
   * An {@link java.time.Instant}: the start of the day in UTC, so that dates compare as days do.
   */
  DATE("日期"),
  /** A {@link java.util.List} of strings without repetitions. */
  TEXTS("文字列表"),
  /** A {@link TermVector}. */
  TERMS("词集");

  private final String label;

  FactType(String label) {
    this.label = label;
  }

  /** As the guide calls it. */
  public String label() {
    return label;
  }
}
