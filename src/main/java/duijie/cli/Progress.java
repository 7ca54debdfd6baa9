package duijie.cli;

import java.time.Duration;

/**
 * Tells on standard error how far a job is, but only once it has taken a second, and then at most
 * once a second.
 */
final class Progress {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Console console;
  private long next = System.nanoTime() + SECOND;

  Progress(Console console) {
    this.console = console;
  }

  /** Says the message if it is time to. */
  void at(String key, Object... values) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      console.say(key, values);
      next = now + SECOND;
    }
  }
}
