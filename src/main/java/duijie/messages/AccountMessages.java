package duijie.messages;

import duijie.accounts.Account;
import duijie.accounts.AccountLetters;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells people, in the site and by mail, what others did to their accounts. */
@Singleton
final class AccountMessages implements AccountLetters {

  private final Messenger messenger;

  AccountMessages(Messenger messenger) {
    this.messenger = messenger;
  }

  @Override
  public void secondFactorTakenOff(Account account) {
    messenger.tell(
        account.id(),
        new News(
            News.Kind.ACCOUNT,
            "second-factor-off " + UUID.randomUUID(),
            "管理员取消了您的两步登录",
            "您的账号“%s”现在只用密码登录。\n如果不是您请管理员这样做的，请马上改密码，并与管理员联系。\n要重新开启，请打开下面的页面。"
                .formatted(account.signInName()),
            "/account/second-factor"));
  }
}
