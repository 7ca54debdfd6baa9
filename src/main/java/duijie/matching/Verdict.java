package duijie.matching;

/** What a rule says of a pair. */
public enum Verdict {
  PASS,
  FAIL,
  /** What the rule asks about is not known; neither a pass nor a failure. */
  UNKNOWN
}
