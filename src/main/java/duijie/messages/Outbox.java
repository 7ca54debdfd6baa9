package duijie.messages;

import java.time.Instant;
import java.util.function.Function;

/** The mail that is to be sent. */
public interface Outbox {

  void add(Mail mail, Instant now);

  /** Whether any is due. */
  boolean due(Instant now);

  /**
   * Hands the next mail that is due to somebody and notes what came of it, in one transaction:
   * whoever else asks meanwhile gets another one. Where it throws, nothing is noted.
   *
   * @return false where none is due
   */
  boolean next(Instant now, Function<Mail, Result> sending);

  /** Forgets what was sent or given up before. */
  void forget(Instant endedBefore);

  /** What came of a mail. */
  sealed interface Result {

    /** The mail server took it. */
    record Sent() implements Result {}

    /** It is to be tried again, not before then. */
    record Later(Instant due, String problem) implements Result {}

    /** It will never be taken. */
    record Never(String problem) implements Result {}
  }
}
