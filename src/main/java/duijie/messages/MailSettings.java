package duijie.messages;

import org.jspecify.annotations.Nullable;

/**
 * How mail leaves the site.
 *
 * @param host the mail server
 * @param user how to sign in there, or null where it asks nobody to
 * @param from who it comes from
 * @param site the address of this site as people type it, without a slash at its end
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    MailAddress from,
    String site) {

  /** How the connection is kept from others' eyes. */
  public enum Security {
    /** Not at all: for a mail server on the same machine. */
    NONE(25),
    /** It begins openly, and goes no further where it cannot be made safe. */
    STARTTLS(587),
    /** From the first byte on. */
    TLS(465);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    /** Where mail servers usually listen for it. */
    public int port() {
      return port;
    }
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", " + security + ", " + user + ", " + from + "]";
  }
}
