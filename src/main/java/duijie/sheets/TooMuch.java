package duijie.sheets;

/** A workbook goes beyond a limit of the product, so that nothing of it is read. */
public final class TooMuch extends Exception {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  /**
   * Names the limit.
   *
   * @param sentence what is too much and how to mend it, in Chinese
   */
  public TooMuch(ProblemCode code, String sentence) {
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
