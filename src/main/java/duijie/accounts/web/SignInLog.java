package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.SigningIn;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;

/** Writes down who signed in and out, and who did not get in. */
@Singleton
final class SignInLog {

  private final AuditTrail trail;
  private final Accounts accounts;

  SignInLog(AuditTrail trail, Accounts accounts) {
    this.trail = trail;
    this.accounts = accounts;
  }

  void welcome(SigningIn.Outcome.Welcome welcome, Caller from) {
    var account = welcome.account();
    var caller = new Caller(account.actor(), from.address(), from.userAgent());
    boolean recovered = welcome.way() == SigningIn.Way.RECOVERY_CODE;
    var deed = recovered ? "SIGN_IN_BY_RECOVERY_CODE" : "SIGN_IN";
    trail.record(Entry.done(caller, deed, account.subject()));
  }

  /**
   * A wrong password. What was typed as the name is kept only where somebody has that name: people
   * type their password there by mistake.
   */
  void wrong(String typed, Caller from) {
    var subject =
        accounts
            .named(Account.folded(typed))
            .map(Account::subject)
            .orElseGet(() -> new Entry.Subject("account", "unknown"));
    trail.record(Entry.refused(from, "SIGN_IN", subject));
  }

  /** A wrong code after a right password. */
  void wrongCode(Account account, Caller from) {
    trail.record(Entry.refused(from, "GIVE_SIGN_IN_CODE", account.subject()));
  }

  void out(String deed, Caller who) {
    var actor = who.who();
    if (actor != null) {
      var subject = new Entry.Subject("account", actor.account().toString());
      trail.record(Entry.done(who, deed, subject));
    }
  }
}
