package duijie.cli;

import duijie.database.CannotStart;

/** Ends a command with a sentence and an exit code. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  Refused(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  /** What keeps the database of an installation from being used, in the language asked for. */
  static Refused because(CannotStart refusal, Console console) {
    var sentence = console.messages().chinese() ? refusal.chinese() : refusal.english();
    return new Refused(ExitCode.WRONG_USAGE, sentence);
  }

  int exitCode() {
    return exitCode;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
