package duijie.messages;

import duijie.accounts.Account;
import java.time.Instant;
import java.util.Optional;

/** Who gets mail where. */
public interface Mailboxes {

  Optional<Mailbox> find(Account.Id account);

  /** Sets the address; another one than before is not confirmed. */
  void give(Account.Id account, MailAddress address, boolean wanted);

  void remove(Account.Id account);

  /**
   * Notes that the address is theirs.
   *
   * @return whether they have that address still
   */
  boolean confirm(Account.Id account, MailAddress address, Instant now);
}
