package duijie.matching;

/** What a rule says of a pair. */
public enum Verdict {
  PASS,
  FAIL,
  /** What the rule asks about is not known; neither a pass nor a failure. */
  UNKNOWN;

  /** What both say together: a failure outweighs the unknown, and that a pass. */
  public Verdict and(Verdict other) {
    if (this == FAIL || other == FAIL) {
      return FAIL;
    }
    return this == UNKNOWN ? UNKNOWN : other;
  }
}
