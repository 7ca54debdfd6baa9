package duijie.server

import duijie.cli.CommandLineProgram
import duijie.database.CannotStart
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class ListeningSpec extends Specification {

  static final Instant NOW = Instant.now()

  @Shared @TempDir Path place
  @Shared Path good = TlsFiles.keystore(place)

  def "whoever listens on #host over #what starts"() {
    when:
    new Listening(host, 0, keystore ? new Keystore(good, TlsFiles.PASSWORD) : null, proxies).require(NOW)

    then:
    noExceptionThrown()

    where:
    host        | keystore | proxies                      | what
    '127.0.0.1' | false    | []                           | 'plain HTTP for itself'
    'localhost' | false    | []                           | 'plain HTTP for itself'
    '0.0.0.0'   | true     | []                           | 'TLS of its own'
    '0.0.0.0'   | false    | ['10.0.0.5']                 | 'the TLS of a proxy'
    '0.0.0.0'   | false    | ['10.0.0.0/24', 'fd00::/8']  | 'the TLS of proxies of two networks'
    '0.0.0.0'   | true     | ['10.0.0.5']                 | 'TLS of its own behind a proxy'
  }

  def "plain HTTP beyond this machine is refused with the three ways to mend it"() {
    when:
    Listening.plain('0.0.0.0', 0).require(NOW)

    then:
    def refusal = thrown(CannotStart)
    ['--keystore', '--behind-proxy', '--host'].every { refusal.chinese().contains(it) && refusal.english().contains(it) }
  }

  def "a keystore #what is refused"() {
    when:
    new Listening('0.0.0.0', 0, new Keystore(file(), password), []).require(NOW)

    then:
    def refusal = thrown(CannotStart)
    refusal.chinese().contains(sentence)
    !refusal.english().contains(password)

    where:
    what                           | password          | file                                                                            || sentence
    'that is not there'            | TlsFiles.PASSWORD | { place.resolve('none.p12') }                                                   || '没有这个密钥库文件'
    'with a wrong password'        | 'something-else'  | { good }                                                                        || '密码不对'
    'that is another kind of file' | TlsFiles.PASSWORD | { Files.writeString(place.resolve('key.pem'), '-----BEGIN PRIVATE KEY-----') }  || '不是 PKCS#12'
    'whose certificate has ended'  | TlsFiles.PASSWORD | { TlsFiles.keystore(place, 'old', '-10d', 5) }                                  || '到期'
    'that is for later'            | TlsFiles.PASSWORD | { TlsFiles.keystore(place, 'later', '+5d', 5) }                                 || '起才有效'
  }

  def "#proxy is nobody's address"() {
    when:
    new Listening('127.0.0.1', 0, null, [proxy]).require(NOW)

    then:
    def refusal = thrown(CannotStart)
    refusal.chinese().contains("：$proxy")

    where:
    proxy << ['proxy.example.org', '10.0.0', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/x', '::1/200']
  }

  def "all that is wrong is told at once, with exit code 2 and before a data folder is made"() {
    given:
    def taken = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))
    def err = new StringWriter()
    def data = place.resolve('data')

    when:
    def code = CommandLineProgram.run(Clock.systemUTC(), new PrintWriter(new StringWriter()), new PrintWriter(err, true),
        'serve', '--data', data.toString(), '--keystore', place.resolve('none.p12').toString(), '--behind-proxy', '10.0.0.5,proxy', '--port', "$taken.localPort")

    then:
    code == 2
    err.toString().contains('没有这个密钥库文件')
    err.toString().contains('：proxy')
    err.toString().contains("端口 $taken.localPort")
    !Files.exists(data)

    cleanup:
    taken.close()
  }

  def "an address of another machine is refused as such"() {
    given:
    def err = new StringWriter()

    expect:
    CommandLineProgram.run(Clock.systemUTC(), new PrintWriter(new StringWriter()), new PrintWriter(err, true),
        'serve', '--data', place.resolve('data').toString(), '--host', '192.0.2.1', '--behind-proxy', '192.0.2.2', '--lang', 'en') == 2
    err.toString().contains('no such address: 192.0.2.1')
    !err.toString().contains('can be used')
  }
}
