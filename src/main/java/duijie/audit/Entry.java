package duijie.audit;

import org.jspecify.annotations.Nullable;

/**
 * What is to be written down. When it was is not part of it: the database's clock says.
 *
 * @param deed what was done, or was to be done: a name in capitals, such as {@code DISABLE_ACCOUNT}
 * @param before the record before, or null where there was none
 * @param after the record after, or null where there is none
 */
public record Entry(
    Caller by,
    String deed,
    Outcome outcome,
    Subject subject,
    @Nullable Snapshot before,
    @Nullable Snapshot after) {

  public Entry {
    if (deed.isBlank()) {
      throw new IllegalArgumentException("an entry says what was done");
    }
  }

  /** What came of it. */
  public enum Outcome {
    DONE("完成"),
    REFUSED("被拒绝");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * The record that it was done to.
   *
   * @param kind such as {@code project}
   */
  public record Subject(String kind, String id) {

    public Subject {
      if (kind.isBlank()) {
        throw new IllegalArgumentException("a record is of some kind");
      }
    }
  }

  /** A record came to be. */
  public static Entry added(Caller by, String deed, Subject subject, Snapshot after) {
    return new Entry(by, deed, Outcome.DONE, subject, null, after);
  }

  /** A record was changed. */
  public static Entry changed(
      Caller by, String deed, Subject subject, Snapshot before, Snapshot after) {
    return new Entry(by, deed, Outcome.DONE, subject, before, after);
  }

  /** A record is no more. */
  public static Entry removed(Caller by, String deed, Subject subject, Snapshot before) {
    return new Entry(by, deed, Outcome.DONE, subject, before, null);
  }

  /** Something was done that changed no record: a sign-in, an export. */
  public static Entry done(Caller by, String deed, Subject subject) {
    return new Entry(by, deed, Outcome.DONE, subject, null, null);
  }

  /** Somebody was not allowed to do this. */
  public static Entry refused(Caller by, String deed, Subject subject) {
    return new Entry(by, deed, Outcome.REFUSED, subject, null, null);
  }
}
