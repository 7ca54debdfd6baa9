package duijie.accounts.web

import duijie.Alongside
import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Throttle
import duijie.demonstration.DemonstrationPeople
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import spock.lang.Shared
import spock.lang.Specification

@Alongside('long specs')
class SignInPageSpec extends Specification {

  static final String PASSWORD = DemonstrationPeople.PASSWORD

  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)
  @Shared String hash = PortalServer.running().applicationContext.getBean(PasswordHashing).hash(PASSWORD)
  Site site = PortalServer.site()

  def "who signs in is named on every page and comes back to where they were going"() {
    given:
    somebody('laizhe', displayName: '来者甲')

    when:
    def answer = site.submit('/sign-in', [name: ' LAIZHE ', password: PASSWORD, back: '/projects?page=2'])

    then:
    answer.statusCode() == 303
    answer.headers().firstValue('Location').get() == '/projects?page=2'
    ['/', '/projects', '/nothing'].every { site.get(it).body().contains('来者甲') }
    site.get('/').headers().firstValue('Cache-Control').get() == 'private, no-cache'
  }

  def "a browser's secrets are kept from scripts, other sites and unsafe connections"() {
    given:
    somebody('xiaotian')

    when:
    def cookies = site.submit('/sign-in', [name: 'xiaotian', password: PASSWORD]).headers().allValues('set-cookie')

    then:
    cookies*.replaceFirst('=.*', '') as Set == ['__Host-duijie', '__Host-device'] as Set
    cookies.every { it.contains('Secure') && it.toLowerCase().contains('httponly') && it.contains('Path=/') && it.contains('SameSite=Lax') && !it.contains('Domain') }
  }

  def "nobody is told whether somebody has the name: #what"() {
    given:
    somebody('youren')
    somebody('tingyong', state: Account.State.DISABLED)

    when:
    def answer = site.submit('/sign-in', [name: name, password: password])

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains('登录名和密码不相符')
    answer.body().contains("value=\"$name\"")
    !answer.body().contains('not-this-one-9')
    !site.cookies.containsKey('__Host-duijie')

    where:
    what                 | name       | password
    'a wrong password'   | 'youren'   | 'not-this-one-9'
    'no such name'       | 'meiren'   | 'not-this-one-9'
    'a disabled account' | 'tingyong' | PASSWORD
  }

  def "after too many tries it is later, also for the right password"() {
    given:
    somebody('beicai')
    def strangers = (1..Throttle.PER_NAME).collect { PortalServer.site().submit('/sign-in', [name: 'beicai', password: "wrong-$it-wrong".toString()]).statusCode() }

    when:
    def answer = site.submit('/sign-in', [name: 'beicai', password: PASSWORD])

    then:
    strangers.every { it == 422 }
    answer.statusCode() == 429
    answer.headers().firstValue('Retry-After').get() == '900'
  }

  def "signing out ends it for that browser, and everywhere for all"() {
    given:
    somebody('liangtai')
    def (one, other, third) = (1..3).collect { site.signedIn('liangtai') }

    when:
    one.submit('/account/password', [:], '/sign-out')

    then:
    one.get('/account/password').statusCode() == 303
    other.get('/account/password').statusCode() == 200

    when:
    other.submit('/account/password', [:], '/sign-out-everywhere')

    then:
    third.get('/account/password').statusCode() == 303
  }

  def "a token that was taken before signing out is worth nothing afterwards"() {
    given:
    somebody('jiuling')
    def visitor = site.signedIn('jiuling')
    def stolen = new Site(site.base)
    stolen.cookies.putAll(visitor.cookies)
    visitor.submit('/account/password', [:], '/sign-out')

    expect:
    stolen.get('/account/password').statusCode() == 303
  }

  def "whoever was given a password chooses their own before anything else"() {
    given:
    somebody('xinren', toChange: true)
    def visitor = site.signedIn('xinren')

    expect:
    visitor.get('/').headers().firstValue('Location').get() == '/account/password'
    visitor.get('/account/password').body().contains('请先换成您自己的密码')

    when: 'a poor one'
    def poor = visitor.submit('/account/password', [password: PASSWORD, chosen: 'xinren', repeated: 'xinren'])

    then: 'everything that is wrong with it is told'
    poor.statusCode() == 422
    Site.text(poor.body()).contains('密码至少要10个字符')
    Site.text(poor.body()).contains('不能有登录名')

    when:
    def other = site.signedIn('xinren')
    def answer = visitor.submit('/account/password', [password: PASSWORD, chosen: '一句好记的长长的话呀', repeated: '一句好记的长长的话呀'])

    then: 'this browser goes on, every other one signs in anew'
    answer.statusCode() == 303
    visitor.get('/').statusCode() == 200
    other.get('/account/password').headers().firstValue('Location').get().startsWith('/sign-in')
    site.signedIn('xinren', '一句好记的长长的话呀')
  }

  def "a password is not changed by who does not know it, or mistypes the new one: #problem"() {
    given:
    somebody('gaimi')
    def visitor = site.signedIn('gaimi')

    when:
    def answer = visitor.submit('/account/password', [password: password, chosen: chosen, repeated: repeated])

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains(problem)
    site.signedIn('gaimi')

    where:
    password         | chosen          | repeated        || problem
    'guess-guess-gu' | 'a long phrase' | 'a long phrase' || '现在的密码不对'
    PASSWORD         | 'a long phrase' | 'a long phrace' || '两次输入的新密码不一样'
    PASSWORD         | PASSWORD        | PASSWORD        || '不能和现在的一样'
  }

  def "nobody is led to another site: #back"() {
    given:
    somebody('daoyin')

    expect:
    site.submit('/sign-in', [name: 'daoyin', password: PASSWORD, back: back]).headers().firstValue('Location').get() == '/'

    where:
    back << ['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)', '', '/a b', "/\u4e00", '/{', '/%zz', '/"><b>']
  }

  def "a form that another site has a browser send is not taken: #what"() {
    given:
    somebody('kuazhan')
    def visitor = site.signedIn('kuazhan')
    def token = Site.token(visitor.get('/account/password').body())

    when:
    def answer = visitor.post('/sign-out', [_form: token], headers)

    then:
    answer.statusCode() == 403
    visitor.get('/account/password').statusCode() == 200

    where:
    what                  | headers
    'it says so'          | ['Sec-Fetch-Site': 'cross-site']
    'a sister site'       | ['Sec-Fetch-Site': 'same-site']
    'its origin tells'    | ['Origin': 'https://example.org']
    'it hides its origin' | ['Origin': 'null']
  }

  def "a form without this browser's token is kept for one more press"() {
    given:
    somebody('wulingpai')
    def visitor = site.signedIn('wulingpai')

    when:
    def answer = visitor.post('/account/password', [password: PASSWORD, chosen: '<b>一句好记的话</b>', _form: other])

    then: 'nothing is done and nothing lost'
    answer.statusCode() == 409
    answer.body().contains('<input type="hidden" name="chosen" value="&lt;b>一句好记的话&lt;/b>">') ||
        answer.body().contains('name="chosen" value="&lt;b&gt;一句好记的话&lt;/b&gt;"')
    answer.body().contains('action="/account/password"')

    where:
    other << ['', 'x' * 43, 'A' * 43]
  }

  def "what is too large to be read is said to be so, and nobody is told that it was kept"() {
    given:
    somebody('taida')

    when:
    def answer = site.signedIn('taida').submit('/account/password', [password: PASSWORD, chosen: '长' * 1_500_000])

    then:
    answer.statusCode() == 413
    Site.text(answer.body()).contains('内容太大')
  }

  def "a form sent after the sign-in ran out waits for signing in again, with every field"() {
    given:
    somebody('guoqi')
    def visitor = site.signedIn('guoqi')
    def token = Site.token(visitor.get('/account/password').body())
    PortalServer.running().applicationContext.getBean(duijie.accounts.SignIns).endAll(accounts.named('guoqi').get().id())

    when: 'the form comes too late'
    def late = visitor.post('/account/password', [password: PASSWORD, chosen: '新的 密码 " 一句话', repeated: '新的 密码 " 一句话', _form: token])

    then: 'a sign-in is asked for that keeps it'
    late.statusCode() == 401
    Site.text(late.body()).contains('请重新登录，再继续提交')

    when: 'they mistype first, and sign in then'
    def fields = { String html -> (html =~ /name="(action|back|kept\.[a-z]+)" value="([^"]*)"/).collect { [it[1], Site.unescaped(it[2] as String)] }.collectEntries() }
    def again = visitor.post('/sign-in', fields(late.body()) + [name: 'guoqi', password: 'mistyped-mistyped', _form: Site.token(late.body())])
    def back = visitor.post('/sign-in', fields(again.body()) + [name: 'guoqi', password: PASSWORD, _form: Site.token(again.body())])

    then:
    back.statusCode() == 200
    Site.text(back.body()).contains('已登录，请继续提交')

    when:
    def kept = (back.body() =~ /<input type="hidden" name="(password|chosen|repeated)" value="([^"]*)"/).collect { [it[1], Site.unescaped(it[2] as String)] }.collectEntries()
    def done = visitor.post('/account/password', kept + [_form: (back.body().split('action="/account/password"')[1] =~ /name="_form" value="([^"]+)"/)[0][1]])

    then:
    kept == [password: PASSWORD, chosen: '新的 密码 " 一句话', repeated: '新的 密码 " 一句话']
    done.statusCode() == 303
    site.signedIn('guoqi', '新的 密码 " 一句话')
  }

  private void somebody(Map given = [:], String name) {
    if (accounts.named(name).isEmpty()) {
      accounts.add(People.account([name: name, hash: hash, organisation: People.bureau(id: "of-$name", name: '某县某局')] + given))
    }
  }
}
