package duijie.accounts;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Ends whatever lets somebody act for an account: its sign-ins on all browsers, links that were
 * mailed for it, and the tokens of its programs. Whoever replaces a password because somebody else
 * knew it would otherwise leave them the token that they made.
 */
@Singleton
public class Revocation {

  private final SignIns signIns;
  private final ApiTokens tokens;
  private final MailedTokens mailed;
  private final AuditTrail trail;
  private final Clock clock;

  Revocation(
      SignIns signIns, ApiTokens tokens, MailedTokens mailed, AuditTrail trail, Clock clock) {
    this.signIns = signIns;
    this.tokens = tokens;
    this.mailed = mailed;
    this.trail = trail;
    this.clock = clock;
  }

  /** Ends it all; each token that held still is written down. */
  @Transactional
  public void of(Account.Id account, Caller by) {
    var now = clock.instant();
    signIns.endAll(account);
    mailed.forget(account, MailedTokens.Purpose.PASSWORD);
    tokens.lock(account).stream()
        .filter(token -> token.holds(now))
        .forEach(
            token -> {
              tokens.revoke(token.id(), now);
              trail.record(Entry.done(by, "REVOKE_API_TOKEN", token.subject()));
            });
  }
}
