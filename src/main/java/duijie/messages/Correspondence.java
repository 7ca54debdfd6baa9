package duijie.messages;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.MailedTokens;
import duijie.accounts.MailedTokens.Purpose;
import duijie.accounts.SecretToken;
import duijie.accounts.SignInAttempts;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where somebody gets mail, and whether they want any; they confirm that the address is theirs. */
@Singleton
public class Correspondence {

  /** So long the link that confirms an address works. */
  private static final Duration VALID = Duration.ofDays(3);

  /**
   * So many such links go to one address in a window, whoever asks: nobody's mailbox is flooded.
   */
  private static final int PER_ADDRESS = 5;

  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Mailing mailing;
  private final Mailboxes mailboxes;
  private final MailedTokens tokens;
  private final Outbox outbox;
  private final Accounts accounts;
  private final SignInAttempts attempts;
  private final AuditTrail trail;
  private final Clock clock;

  Correspondence(
      Mailing mailing,
      Mailboxes mailboxes,
      MailedTokens tokens,
      Outbox outbox,
      Accounts accounts,
      SignInAttempts attempts,
      AuditTrail trail,
      Clock clock) {
    this.mailing = mailing;
    this.mailboxes = mailboxes;
    this.tokens = tokens;
    this.outbox = outbox;
    this.accounts = accounts;
    this.attempts = attempts;
    this.trail = trail;
    this.clock = clock;
  }

  /** Where the account gets mail, if anywhere. */
  public Optional<Mailbox> of(Account.Id account) {
    return mailboxes.find(account);
  }

  /** Whether the site sends mail. */
  public boolean possible() {
    return mailing.on();
  }

  /**
   * The account gets mail there from now on. A new address is sent a link that confirms it; who
   * read the old one is told.
   *
   * @param address null for nowhere
   * @param wanted whether messages are mailed, too
   */
  @Transactional
  public void choose(Account account, @Nullable MailAddress address, boolean wanted, Caller by) {
    var before = mailboxes.find(account.id()).orElse(null);
    boolean moved = address != null && (before == null || !before.address().equals(address));
    if (address == null) {
      mailboxes.remove(account.id());
    } else {
      mailboxes.give(account.id(), address, wanted);
    }
    var after = mailboxes.find(account.id()).orElse(null);
    if (before == null ? after == null : before.equals(after)) {
      if (after != null && !after.confirmed()) {
        sendLink(account, after);
      }
      return;
    }
    if (moved || address == null) {
      // A link that waits in the old mailbox is nobody's any more.
      tokens.forget(account.id(), Purpose.PASSWORD);
    }
    if (moved && after != null) {
      sendLink(account, after);
    }
    if (before != null && (moved || address == null)) {
      tellOld(account, before);
    }
    trail.record(
        Entry.changed(by, "CHANGE_MAILBOX", account.subject(), snapshot(before), snapshot(after)));
  }

  /** Whose address this link confirms, and which; empty where it is worth nothing. */
  public Optional<MailedTokens.Holder> holder(SecretToken token) {
    return tokens.find(token, Purpose.ADDRESS, clock.instant());
  }

  /**
   * Whoever followed the link reads mail there.
   *
   * @return false where the link is worth nothing, or the account has another address by now
   */
  @Transactional
  public boolean confirm(SecretToken token, Caller from) {
    var now = clock.instant();
    var holder = tokens.use(token, Purpose.ADDRESS, now);
    var account = holder.flatMap(h -> accounts.find(h.account()));
    if (holder.isEmpty() || account.isEmpty()) {
      return false;
    }
    var address = new MailAddress(holder.get().address());
    boolean confirmed = mailboxes.confirm(account.get().id(), address, now);
    if (confirmed) {
      var by = new Caller(account.get().actor(), from.address(), from.userAgent());
      trail.record(Entry.done(by, "CONFIRM_MAILBOX", account.get().subject()));
    }
    return confirmed;
  }

  private void sendLink(Account account, Mailbox box) {
    if (!mailing.on()) {
      return;
    }
    var now = clock.instant();
    var key = "confirm " + box.address().value().toLowerCase(Locale.ROOT);
    if (!attempts.admit(key, PER_ADDRESS, now.minus(WINDOW), now)) {
      return;
    }
    var expires = now.plus(VALID);
    var token = SecretToken.random();
    tokens.forget(account.id(), Purpose.ADDRESS);
    tokens.issue(token, Purpose.ADDRESS, account.id(), box.address().value(), expires);
    var news =
        new News(
            News.Kind.ACCOUNT,
            "address",
            "请确认邮箱",
            "登录名“%s”在对接平台登记了这个邮箱。请打开下面的链接确认：确认以后，忘记密码时可以用它换新密码。\n如果不是您，不用理会。"
                .formatted(account.signInName()),
            "/mail/confirm?token=" + token.value());
    outbox.add(Mail.fresh(box, news, expires), now);
  }

  private void tellOld(Account account, Mailbox before) {
    if (!mailing.on() || !before.confirmed()) {
      return;
    }
    var news =
        new News(
            News.Kind.ACCOUNT,
            "moved",
            "邮箱已经改过",
            "登录名“%s”登记的邮箱改过了，以后的邮件不再发到这里。如果不是您改的，请马上联系本单位的账号管理员。".formatted(account.signInName()),
            null);
    outbox.add(Mail.fresh(before, news, null), clock.instant());
  }

  private static Snapshot snapshot(@Nullable Mailbox box) {
    var values = new LinkedHashMap<String, Object>();
    if (box != null) {
      values.put("address", box.address().value());
      values.put("wanted", box.wanted());
    }
    return Snapshot.of(values);
  }
}
