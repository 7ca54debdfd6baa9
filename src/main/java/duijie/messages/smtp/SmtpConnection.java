package duijie.messages.smtp;

import duijie.messages.Mail;
import duijie.messages.MailServer;
import duijie.messages.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a mail server. */
final class SmtpConnection implements MailServer.Connection {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

  /** From here on a server's answer means never. */
  private static final int PERMANENT = 500;

  private final Session session;
  private final Transport transport;
  private final MailSettings settings;
  private final Clock clock;

  SmtpConnection(Session session, Transport transport, MailSettings settings, Clock clock) {
    this.clock = clock;
    this.session = session;
    this.transport = transport;
    this.settings = settings;
  }

  @Override
  public MailServer.Answer send(Mail mail) throws MailServer.Unreachable {
    try {
      var letter = Letter.of(session, mail, settings, clock.instant());
      transport.sendMessage(letter, letter.getAllRecipients());
      return new MailServer.Answer.Taken();
    } catch (MessagingException e) {
      int code = code(e);
      if (code == 0) {
        // The server said nothing about this mail: the connection is at fault.
        throw new MailServer.Unreachable(e);
      }
      var problem = String.valueOf(e.getMessage());
      return code >= PERMANENT
          ? new MailServer.Answer.Refused(problem)
          : new MailServer.Answer.NotNow(problem);
    }
  }

  /** What the server answered, or 0 where it did not. */
  private static int code(MessagingException failure) {
    for (Throwable at = failure; at != null; at = next(at)) {
      if (at instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode();
      }
      if (at instanceof SMTPSendFailedException refused
          && refused.getReturnCode() > 0
          && refused.getNextException() == null) {
        return refused.getReturnCode();
      }
    }
    return 0;
  }

  private static @Nullable Throwable next(Throwable at) {
    return at instanceof MessagingException chained ? chained.getNextException() : null;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the connection to the mail server did not end in order", e);
    }
  }
}
