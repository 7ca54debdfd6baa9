package duijie.server

import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Role
import duijie.accounts.Throttle
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.demonstration.DemonstrationPeople
import duijie.portal.web.Site
import groovy.json.JsonSlurper
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import java.nio.file.Path
import javax.net.ssl.SSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The site over TLS, and behind a proxy. */
class ReachSpec extends Specification {

  static final String PROXY = '127.0.0.71'

  @Shared @TempDir Path place
  @Shared Path keystore = TlsFiles.keystore(place)
  @Shared SSLContext tls = TlsFiles.context(keystore)
  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup EmbeddedServer safe = serve(new Listening('127.0.0.1', 0, new Keystore(keystore, TlsFiles.PASSWORD), []))
  @Shared @AutoCleanup EmbeddedServer behind = serve(new Listening('127.0.0.1', 0, null, [PROXY, '127.0.1.0/24']))
  @Shared @AutoCleanup LittleProxy proxy = new LittleProxy(behind.port, tls, PROXY)
  @Shared @AutoCleanup LittleProxy unsafeProxy = new LittleProxy(behind.port, null, PROXY)

  def setupSpec() {
    def accounts = safe.applicationContext.getBean(Accounts)
    def hash = safe.applicationContext.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD)
    ['tls', 'proxied', 'guessed'].each { accounts.add(People.account(name: it, roles: People.with(Role.OFFICER), hash: hash)) }
  }

  def "over #what one signs in, is known by cookies that go over TLS alone, and the browser is told to come so always"() {
    given:
    def site = new Site(base(), '127.0.0.72', tls)

    when:
    def answer = site.submit('/sign-in', [name: name, password: DemonstrationPeople.PASSWORD, back: '/'])

    then:
    answer.statusCode() == 303
    answer.headers().allValues('set-cookie').every { it.startsWith('__Host-') && it.contains('Secure') && it.toLowerCase().contains('httponly') && it.contains('Path=/') && !it.contains('Domain') }
    answer.headers().firstValue('strict-transport-security').get() == 'max-age=31536000'
    site.page('/').contains('退出登录')

    where:
    what             | name      | base
    'its own TLS'    | 'tls'     | { "https://127.0.0.1:$safe.port" }
    'a proxy’s TLS'  | 'proxied' | { proxy.address }
  }

  def "over TLS a form from #origin is #answer"() {
    given:
    def site = new Site("https://127.0.0.1:$safe.port", '127.0.0.72', tls)
    def token = Site.token(site.page('/sign-in'))

    expect:
    site.post('/sign-in', [_form: token, name: 'nobody', password: 'x', back: '/'], [Origin: origin.replace('PORT', "$safe.port")]).statusCode() == code

    where:
    origin                    || code | answer
    'https://127.0.0.1:PORT'  || 422  | 'looked at'
    'http://127.0.0.1:PORT'   || 403  | 'refused: anybody may have changed that page'
    'https://127.0.0.1'       || 403  | 'refused'
    'https://evil.example'    || 403  | 'refused'
    'null'                    || 403  | 'refused'
  }

  def "localhost is not told to be asked over TLS alone: other things run there, too"() {
    expect:
    new Site("https://localhost:$safe.port", '127.0.0.1', tls).get('/').headers().firstValue('strict-transport-security').empty
    new Site("http://127.0.0.1:$behind.port").get('/').headers().firstValue('strict-transport-security').empty
  }

  def "whoever speaks plain HTTP to the port of TLS gets nothing"() {
    when:
    new Site("http://127.0.0.1:$safe.port").get('/')

    then:
    thrown(IOException)
  }

  def "a program that asks the proxy in plain HTTP is told so in its own way"() {
    given:
    def answer = new Site(unsafeProxy.address).get('/api/v1/projects')

    expect:
    answer.statusCode() == 403
    answer.headers().firstValue('content-type').get().startsWith('application/problem+json')
    new JsonSlurper().parseText(answer.body()).code == 'not-encrypted'
  }

  def "what came to the proxy in plain HTTP gets a page that says so, and no cookie"() {
    given:
    def site = new Site(unsafeProxy.address)

    when:
    def answer = method == 'GET' ? site.get(path) : site.post(path, [name: 'proxied', password: DemonstrationPeople.PASSWORD])

    then:
    answer.statusCode() == 403
    Site.text(answer.body()).contains('把网址开头的 http 改成 https')
    answer.headers().allValues('set-cookie').empty
    answer.headers().firstValue('strict-transport-security').empty
    !answer.body().contains('name="password"')

    where:
    method | path
    'GET'  | '/'
    'GET'  | '/sign-in'
    'GET'  | '/api/v1/projects'
    'POST' | '/sign-in'
  }

  def "the page has its looks, and whoever watches the service learns how it is"() {
    expect:
    new Site(unsafeProxy.address).get('/health').statusCode() == 200
    new Site(unsafeProxy.address).get('/assets/duijie.css').statusCode() == 200
  }

  def "a proxy that does not say how it was asked is not believed to have been asked safely"() {
    expect:
    raw(PROXY, headers) == code

    where:
    headers                                                          || code
    []                                                               || 403
    ['X-Forwarded-Proto: http']                                      || 403
    ['X-Forwarded-Proto: https, http']                               || 403
    ['X-Forwarded-Proto: https', 'X-Forwarded-Proto: http']          || 403
    ['X-Forwarded-Proto: https']                                     || 200
    ['X-Forwarded-Proto: HTTPS']                                     || 200
  }

  def "past the proxy only this machine itself is served, by its own names: #host from #from with #headers"() {
    expect:
    raw(from, headers, host) == code

    where:
    from         | host           | headers                       || code
    '127.0.0.73' | 'localhost'    | []                            || 200
    '127.0.0.73' | 'evil.example' | []                            || 403
    '127.0.0.73' | 'evil.example' | ['X-Forwarded-Proto: https']  || 403
  }

  def "the audit trail names who asked the proxy, and not what somebody said of themselves"() {
    when:
    def site = new Site(proxy.address, '127.0.0.74', tls)
    site.post('/sign-in', [_form: Site.token(site.page('/sign-in')), name: 'guessed', password: 'wrong', back: '/'], ['X-Forwarded-For': '6.6.6.6'])

    then:
    lastAddress() == '127.0.0.74'

    when: 'somebody who is no proxy says where they come from'
    def direct = new Site("http://127.0.0.1:$behind.port", '127.0.0.75')
    direct.post('/sign-in', [_form: Site.token(direct.page('/sign-in')), name: 'guessed', password: 'wrong', back: '/'], ['X-Forwarded-For': '6.6.6.6', 'X-Forwarded-Proto': 'https'])

    then:
    lastAddress() == '127.0.0.75'
  }

  def "tries are counted for who asked the proxy, whatever they say"() {
    when:
    def site = new Site(proxy.address, '127.0.0.76', tls)
    site.post('/sign-in', [_form: Site.token(site.page('/sign-in')), name: 'nobody-at-all', password: 'wrong', back: '/'], ['X-Forwarded-For': '7.7.7.7'])

    then:
    rows("select count(*) from sign_in_attempt where key = 'address 127.0.0.76'") == '1'
    rows("select count(*) from sign_in_attempt where key = 'address 7.7.7.7' or key = 'address $PROXY'") == '0'
  }

  private EmbeddedServer serve(Listening listening) {
    listening.require(java.time.Instant.now())
    ApplicationContext.run(EmbeddedServer, TestDatabase.asApplication(database).properties() + listening.properties())
  }

  private String lastAddress() {
    rows("select address from audit_entry where deed = 'SIGN_IN' and outcome = 'REFUSED' order by number desc limit 1")
  }

  private String rows(String query) {
    database.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      rows.next() ? rows.getString(1) : null
    }
  }

  private int raw(String from, List<String> headers, String host = 'duijie.example') {
    new Socket(InetAddress.getByName('127.0.0.1'), behind.port, InetAddress.getByName(from), 0).withCloseable { socket ->
      socket.outputStream << "GET / HTTP/1.1\r\nHost: $host\r\n${headers.collect { "$it\r\n" }.join('')}Connection: close\r\n\r\n"
      socket.outputStream.flush()
      socket.inputStream.newReader('UTF-8').readLine().split(' ')[1] as int
    }
  }
}
