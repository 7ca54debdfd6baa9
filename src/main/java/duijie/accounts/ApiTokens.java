package duijie.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens with which programs act for accounts. */
public interface ApiTokens {

  /** A token and for whom its program acts. */
  record Holder(ApiToken token, Account account) {}

  /** All of an account, the newest first; nobody else changes them before the transaction ends. */
  List<ApiToken> lock(Account.Id account);

  /** All of an account, the newest first. */
  List<ApiToken> of(Account.Id account);

  /** Stores the token; one of this id that is there already gets this secret instead of its own. */
  void put(ApiToken token, SecretToken secret);

  /** Whose secret this is; empty where it is nobody's or the account is disabled. */
  Optional<Holder> find(SecretToken secret);

  /** Notes that a program used it. */
  void used(ApiToken.Id id, Instant now);

  void revoke(ApiToken.Id id, Instant now);
}
