package duijie.messages;

import duijie.accounts.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param link the page of this site on which it goes on, or null
 * @param expiresAt of no use from then on, or null
 * @param attempts how often it could not be sent
 */
public record Mail(
    UUID id,
    Account.Id account,
    MailAddress address,
    String subject,
    String text,
    @Nullable String link,
    @Nullable Instant expiresAt,
    int attempts) {

  /** A mail that was never tried. */
  public static Mail fresh(Mailbox to, News news, @Nullable Instant expiresAt) {
    return new Mail(
        UUID.randomUUID(),
        to.account(),
        to.address(),
        news.subject(),
        news.text(),
        news.link(),
        expiresAt,
        0);
  }

  /** Leaves out what it says: it may hold a secret. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
