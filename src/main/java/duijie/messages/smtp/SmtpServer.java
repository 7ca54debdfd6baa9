package duijie.messages.smtp;

import duijie.messages.MailServer;
import duijie.messages.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Properties;

/** A mail server that is reached by SMTP. */
final class SmtpServer implements MailServer {

  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "30000";

  private final MailSettings settings;
  private final Session session;
  private final Clock clock;

  SmtpServer(MailSettings settings, Clock clock) {
    this.clock = clock;
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  @Override
  public Connection open() throws Unreachable {
    try {
      var transport = session.getTransport();
      transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
      return new SmtpConnection(session, transport, settings, clock);
    } catch (MessagingException e) {
      throw new Unreachable(e);
    }
  }

  private static Properties properties(MailSettings settings) {
    boolean tls = settings.security() == MailSettings.Security.TLS;
    var protocol = tls ? "smtps" : "smtp";
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    var prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
    properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
    properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
    properties.setProperty(prefix + "auth", Boolean.toString(settings.user() != null));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (settings.security() == MailSettings.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    return properties;
  }
}
