package duijie.sheets;

/** A workbook of which nothing is read, with the reason that its user is told. */
public final class RefusedWorkbook extends Exception {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  /**
   * Names the reason.
   *
   * @param sentence what is wrong and how to mend it, in Chinese
   */
  public RefusedWorkbook(ProblemCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public ProblemCode code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
