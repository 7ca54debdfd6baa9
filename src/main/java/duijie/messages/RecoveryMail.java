package duijie.messages;

import duijie.accounts.Account;
import duijie.accounts.MailedTokens;
import duijie.accounts.MailedTokens.Purpose;
import duijie.accounts.RecoveryLetters;
import duijie.accounts.SecretToken;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Mails the link with which somebody chooses a new password. */
@Singleton
final class RecoveryMail implements RecoveryLetters {

  private final Mailing mailing;
  private final Mailboxes mailboxes;
  private final MailedTokens tokens;
  private final Outbox outbox;
  private final Clock clock;

  RecoveryMail(
      Mailing mailing, Mailboxes mailboxes, MailedTokens tokens, Outbox outbox, Clock clock) {
    this.mailing = mailing;
    this.mailboxes = mailboxes;
    this.tokens = tokens;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public boolean possible() {
    return mailing.on();
  }

  @Override
  public void send(Account account, Instant expires) {
    mailboxes
        .find(account.id())
        .filter(box -> mailing.on() && box.confirmed())
        .ifPresent(box -> send(account, box, expires));
  }

  private void send(Account account, Mailbox box, Instant expires) {
    var token = SecretToken.random();
    tokens.issue(token, Purpose.PASSWORD, account.id(), box.address().value(), expires);
    var news =
        new News(
            News.Kind.ACCOUNT,
            "password",
            "换新密码",
            "有人（也许是您）说忘记了登录名“%s”的密码。\n30 分钟以内打开下面的链接，就能换一个新密码；链接只能用一次。\n如果不是您，不用理会，现在的密码不变。"
                .formatted(account.signInName()),
            "/password/new?token=" + token.value());
    outbox.add(Mail.fresh(box, news, expires), clock.instant());
  }
}
