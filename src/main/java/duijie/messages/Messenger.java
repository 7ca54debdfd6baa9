package duijie.messages;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/**
 * Tells people what concerns them. Only ever within the transaction of what it tells of: there is a
 * message exactly if that was committed.
 */
@Singleton
@Transactional(TxType.MANDATORY)
public class Messenger {

  private final Messages messages;
  private final Mailing mailing;
  private final Clock clock;

  Messenger(Messages messages, Mailing mailing, Clock clock) {
    this.messages = messages;
    this.mailing = mailing;
    this.clock = clock;
  }

  public void tell(Account.Id person, News news) {
    messages.tell(new To.Person(person), news, mailing.on(), clock.instant());
  }

  public void tell(Organisation.Id everyoneIn, News news) {
    messages.tell(new To.Everyone(null, everyoneIn), news, mailing.on(), clock.instant());
  }

  /** Tells everyone who has this role, whomever they act for. */
  public void tell(Role everyoneWith, News news) {
    messages.tell(new To.Everyone(everyoneWith, null), news, mailing.on(), clock.instant());
  }

  /** Tells everyone who has this role for this organisation. */
  public void tell(Role everyoneWith, Organisation.Id in, News news) {
    messages.tell(new To.Everyone(everyoneWith, in), news, mailing.on(), clock.instant());
  }
}
