package duijie.cli;

/** Ends a command with a sentence and an exit code. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  Refused(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
