package duijie.sessions;

/** The two sides of a talk. */
public enum Side {
  BUYER("购买方"),
  AGENCY("机构");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The side across the table. */
  public Side other() {
    return this == BUYER ? AGENCY : BUYER;
  }
}
