package duijie.sessions;

/** Who says which talks there are to be 约谈方式. */
public enum BookingMode {
  /** Buyers and agencies ask each other. */
  SELF("双方自约"),
  /** The organizer pairs them by match. */
  ORGANIZER("组织者安排"),
  /** They ask each other, and the organizer fills what is left. */
  HYBRID("先自约，再安排");

  private final String label;

  BookingMode(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
