package duijie.messages.smtp;

import duijie.messages.MailServer;
import duijie.messages.MailSettings;
import java.time.Clock;

/** Makes mail servers that are reached by SMTP. */
public final class SmtpServers {

  private SmtpServers() {}

  public static MailServer of(MailSettings settings, Clock clock) {
    return new SmtpServer(settings, clock);
  }
}
