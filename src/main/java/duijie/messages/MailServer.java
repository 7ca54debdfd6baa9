package duijie.messages;

/** Where mail is handed to. */
public interface MailServer {

  /**
   * Goes there.
   *
   * @throws Unreachable where nobody answers, or whoever does will not have us
   */
  Connection open() throws Unreachable;

  /** Somebody there who takes mail. */
  interface Connection extends AutoCloseable {

    /**
     * Hands a mail over.
     *
     * @throws Unreachable where the connection is no more
     */
    Answer send(Mail mail) throws Unreachable;

    @Override
    void close();
  }

  /** What the mail server says to a mail. */
  sealed interface Answer {

    /** It took it. */
    record Taken() implements Answer {}

    /** It did not, and may later. */
    record NotNow(String problem) implements Answer {}

    /** It never will. */
    record Refused(String problem) implements Answer {}
  }

  /** No mail can be sent at present, whatever it says. */
  final class Unreachable extends Exception {

    private static final long serialVersionUID = 1;

    public Unreachable(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }
}
