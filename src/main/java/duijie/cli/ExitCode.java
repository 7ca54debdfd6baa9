package duijie.cli;

/** What the program says by its exit code. */
final class ExitCode {

  /** All went well; there may be warnings. */
  static final int DONE = 0;

  /** The data has errors; what could be done was done. */
  static final int PROBLEMS = 1;

  /** The command was called wrongly, or a place it named cannot be used. */
  static final int WRONG_USAGE = 2;

  /** The program itself failed. */
  static final int FAILED = 3;

  private ExitCode() {}
}
