package duijie.accounts;

import java.time.Instant;
import java.util.Optional;

/** Secrets that were mailed to somebody: whoever shows one reads the mail of that address. */
public interface MailedTokens {

  /** What a secret is for. */
  enum Purpose {
    /** Choosing a password without knowing the old one. */
    PASSWORD,
    /** Saying that the address is one's own. */
    ADDRESS
  }

  /**
   * Whom a secret was mailed to.
   *
   * @param address where
   */
  record Holder(Account.Id account, String address) {}

  void issue(
      SecretToken token, Purpose purpose, Account.Id account, String address, Instant expires);

  /** Whom it was mailed to; empty where it was used, or has expired. */
  Optional<Holder> find(SecretToken token, Purpose purpose, Instant now);

  /** The same, and it is worth nothing from then on. Of two at the same time one gets it. */
  Optional<Holder> use(SecretToken token, Purpose purpose, Instant now);

  /** Makes all of an account for that purpose worthless. */
  void forget(Account.Id account, Purpose purpose);

  void forgetExpired(Instant now);
}
