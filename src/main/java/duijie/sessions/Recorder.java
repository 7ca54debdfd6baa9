package duijie.sessions;

/** Who records what came of a talk. */
public enum Recorder {
  BUYER("购买方"),
  AGENCY("机构"),
  /** From the sheet that both sides signed. */
  ORGANIZER("组织者");

  private final String label;

  Recorder(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
