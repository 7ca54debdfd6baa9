package duijie.messages.smtp;

import duijie.messages.Mail;
import duijie.messages.MailSettings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * A mail as it is sent: plain text in UTF-8. Whatever somebody typed stands in it as it is, and can
 * be nothing else than text.
 */
final class Letter extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String SENDER = "对接平台";

  private final String id;

  private Letter(Session session, String id) {
    super(session);
    this.id = id;
  }

  static Letter of(Session session, Mail mail, MailSettings settings, Instant now)
      throws MessagingException {
    var letter = new Letter(session, "<" + mail.id() + "@" + host(settings) + ">");
    letter.setFrom(sender(settings));
    letter.setRecipient(
        Message.RecipientType.TO, new InternetAddress(mail.address().value(), true));
    letter.setSentDate(Date.from(now));
    letter.setSubject("【对接】" + mail.subject(), UTF_8);
    letter.setText(text(mail, settings), UTF_8);
    // No machine is to answer a machine.
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.saveChanges();
    return letter;
  }

  /** The same each time that the mail is tried. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  private static String text(Mail mail, MailSettings settings) {
    var link = mail.link() == null ? "" : "\n\n请打开：" + settings.site() + mail.link();
    return mail.text()
        + link
        + "\n\n-- \n这封邮件由社会工作服务供需对接平台（"
        + settings.site()
        + "）自动发出，请不要直接回复。\n不想再用邮件收消息，可以登录后在“我的账号”里关闭。\n";
  }

  private static InternetAddress sender(MailSettings settings) throws MessagingException {
    try {
      return new InternetAddress(settings.from().value(), SENDER, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("no UTF-8", e);
    }
  }

  private static String host(MailSettings settings) {
    var host = URI.create(settings.site()).getHost();
    return host == null ? "duijie" : host;
  }
}
