package duijie.messages.smtp

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import duijie.MovableClock
import duijie.accounts.Account
import duijie.messages.Mail
import duijie.messages.MailAddress
import duijie.messages.MailServer
import duijie.messages.MailSettings
import duijie.messages.MailSettings.Security
import jakarta.mail.internet.MimeMessage
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class SmtpServerSpec extends Specification {

  @Shared GreenMail green = new GreenMail([new ServerSetup(0, '127.0.0.1', ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, '127.0.0.1', ServerSetup.PROTOCOL_SMTPS)] as ServerSetup[])
  @Shared MovableClock clock = new MovableClock()
  @AutoCleanup('stop') Grumbler grumbler

  def setupSpec() {
    green.start()
  }

  def cleanupSpec() {
    green.stop()
  }

  def cleanup() {
    green.purgeEmailFromAllMailboxes()
  }

  def "whatever somebody wrote arrives exactly, and is nothing but text: #text"() {
    when:
    def answer = send(settings(), mail(subject: subject, text: text))
    def letter = green.receivedMessages[0]

    then:
    answer instanceof MailServer.Answer.Taken
    letter.subject == '【对接】' + subject
    letter.contentType.toLowerCase().startsWith('text/plain; charset=utf-8')
    (letter.content as String).replace('\r\n', '\n').startsWith(text + '\n\n请打开：https://duijie.example.org/messages\n\n-- \n')
    letter.allRecipients*.toString() == ['reader@example.org']
    letter.from*.address == ['noreply@duijie.example.org']
    letter.sentDate.toInstant() == clock.instant()
    green.receivedMessages.length == 1

    where:
    subject                  | text
    '机构资料已通过审核'            | '“某中心”提交的资料已通过审核。'
    '<script>alert(1)</script>' | "<script>alert(1)</script>\n=cmd|' /C calc'!A0\n"
    '\u202Egnp.exe'          | '反过来 \u202Egnp.exe'
    '𠮷䶮㛃🙂１２３'               | '𠮷䶮㛃🙂１２３'
    'Bcc: x@example.org'     | 'Bcc: x@example.org\n\nSubject: 另一个\n\n正文'
    '点'                      | '.\n..\n.\nQUIT\n后面还有'
    '长' * 120               | '长' * 3000
  }

  def "a mail that is tried again has the same name"() {
    when:
    def mail = mail()
    send(settings(), mail)
    send(settings(), mail)

    then:
    green.receivedMessages*.messageID == ["<${mail.id()}@duijie.example.org>"] * 2
    green.receivedMessages[0].getHeader('Auto-Submitted') == ['auto-generated'] as String[]
  }

  def "whoever has a name at the mail server signs in there, and is sent away with a wrong password"() {
    given:
    green.setUser('duijie', 'right')

    expect:
    send(settings(user: 'duijie', password: 'right'), mail()) instanceof MailServer.Answer.Taken

    when:
    send(settings(user: 'duijie', password: 'wrong'), mail())

    then:
    thrown(MailServer.Unreachable)
  }

  def "nothing is sent openly where it was to be safe, and nothing to whom nobody vouches for: #security"() {
    when:
    send(settings(security: security, port: port(green)), mail())

    then:
    thrown(MailServer.Unreachable)
    green.receivedMessages.length == 0

    where:
    security          | port
    Security.STARTTLS | { it.smtp.port }
    Security.TLS      | { it.smtps.port }
  }

  def "where nobody listens that is said in time"() {
    given:
    def port = new ServerSocket(0).withCloseable { it.localPort }

    when:
    send(settings(port: port), mail())

    then:
    thrown(MailServer.Unreachable)
  }

  def "a server that says #code to the recipient means #answer"() {
    given:
    grumbler = new Grumbler(rcpt: "$code no")

    expect:
    answer.isInstance(send(settings(port: grumbler.start()), mail()))

    where:
    code || answer
    450  || MailServer.Answer.NotNow
    550  || MailServer.Answer.Refused
  }

  def "a server that says #code to the text means #answer"() {
    given:
    grumbler = new Grumbler(text: "$code no")

    expect:
    answer.isInstance(send(settings(port: grumbler.start()), mail()))

    where:
    code || answer
    451  || MailServer.Answer.NotNow
    554  || MailServer.Answer.Refused
  }

  def "a server that hangs up in the middle has taken nothing"() {
    given:
    grumbler = new Grumbler(text: null)

    when:
    send(settings(port: grumbler.start()), mail())

    then:
    thrown(MailServer.Unreachable)
  }

  def "what the settings say in the log holds no password"() {
    expect:
    !settings(user: 'duijie', password: 'geheim').toString().contains('geheim')
  }

  private MailServer.Answer send(MailSettings settings, Mail mail) {
    SmtpServers.of(settings, clock).open().withCloseable { it.send(mail) }
  }

  private MailSettings settings(Map given = [:]) {
    new MailSettings('127.0.0.1', (given.port ?: green.smtp.port) as int, (given.security ?: Security.NONE) as Security, given.user as String, given.password as String,
        new MailAddress('noreply@duijie.example.org'), 'https://duijie.example.org')
  }

  private static Mail mail(Map given = [:]) {
    new Mail(UUID.randomUUID(), new Account.Id(UUID.randomUUID()), new MailAddress('reader@example.org'), (given.subject ?: '标题') as String, (given.text ?: '正文') as String, '/messages', null, 0)
  }

  /** A mail server of few words. */
  static class Grumbler {

    String rcpt = '250 ok'
    String text = '250 ok'
    private ServerSocket socket

    int start() {
      socket = new ServerSocket(0, 5, InetAddress.loopbackAddress)
      Thread.startDaemon {
        try {
          while (true) {
            socket.accept().withCloseable { serve(it) }
          }
        } catch (SocketException ended) {
          // That is how it is stopped.
        }
      }
      socket.localPort
    }

    void stop() {
      socket?.close()
    }

    private void serve(Socket client) {
      def out = client.outputStream
      def say = { out.write("$it\r\n".bytes); out.flush() }
      say('220 here')
      boolean writing = false
      for (line in client.inputStream.newReader('US-ASCII')) {
        if (writing) {
          if (line == '.') {
            writing = false
            if (text == null) { return }
            say(text)
          }
        } else if (line.startsWith('RCPT')) {
          say(rcpt)
        } else if (line.startsWith('DATA')) {
          writing = true
          say('354 go on')
        } else if (line.startsWith('QUIT')) {
          say('221 bye')
          return
        } else {
          say('250 ok')
        }
      }
    }
  }
}
