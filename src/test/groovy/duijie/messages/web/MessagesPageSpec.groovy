package duijie.messages.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.messages.Messages
import duijie.messages.News
import duijie.messages.To
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import spock.lang.Shared
import spock.lang.Specification

class MessagesPageSpec extends Specification {

  @Shared Messages messages = PortalServer.running().applicationContext.getBean(Messages)
  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)

  def "somebody opens what they were told, and the menu counts what is left"() {
    given:
    def (site, person) = somebody('xiaoxi-1')
    tell(person, 'a', '第一条')
    tell(person, 'b', '第二条', text: '第一行\n第二行')

    expect:
    count(site) == '2'
    subjects(site.page('/messages')) == ['第二条', '第一条']

    when: 'looking at the address alone reads nothing'
    def path = "/messages/${of(person).first().id()}".toString()
    def seen = site.page(path)

    then:
    seen.contains('<bdi>第一行\n第二行</bdi>')
    seen.contains('href="/account/password"')
    count(site) == '2'

    when:
    def opened = site.submit('/messages', [:], path)

    then:
    opened.statusCode() == 303
    opened.headers().firstValue('Location').get() == path
    count(site) == '1'
    subjects(site.page('/messages')) == ['第一条', '第二条']
    !site.page(path).contains('标为已读')

    when: 'opening it twice is nothing else'
    site.submit('/messages', [:], path)
    site.submit('/messages', [:], '/messages/read-all')

    then:
    count(site) == null
    Site.text(site.page('/messages')).contains('没有未读消息')
  }

  def "another's message answers like one that does not exist"() {
    given:
    def (site, person) = somebody('xiaoxi-2')
    def (other, someone) = somebody('xiaoxi-3')
    tell(someone, 'private', '别人的事')
    def theirs = of(someone).first().id()

    expect:
    [theirs, UUID.randomUUID(), 'nonsense'].collect { site.get("/messages/$it").statusCode() } == [404, 404, 404]
    [theirs, UUID.randomUUID(), 'nonsense'].collect { site.get("/messages/$it").body().replaceAll(/name="_form" value="[^"]*"/, '') }.unique().size() == 1
    site.post("/messages/$theirs", [_form: Site.token(site.page('/messages'))]).statusCode() == 404
    of(someone).first().unread()
  }

  def "the list is narrowed by kind and comes page by page"() {
    given:
    def (site, person) = somebody('xiaoxi-4')
    (1..21).each { tell(person, "n$it", "第${it}条") }
    tell(person, 'q', '有人答疑', kind: News.Kind.QUESTION)

    expect:
    subjects(site.page('/messages')).size() == 20
    subjects(site.page('/messages?page=2')) == ['第2条', '第1条']
    subjects(site.page('/messages?kind=question')) == ['有人答疑']
    site.page('/messages?kind=account').contains('这里还没有消息')
    site.get('/messages?page=3').statusCode() == 404
    site.get('/messages?kind=nonsense').statusCode() == 400
    site.get('/messages?page=two').statusCode() == 400
  }

  def "what somebody wrote into a name is shown exactly and does no harm"() {
    given:
    def (site, person) = somebody('xiaoxi-5')
    def naughty = ['<script>alert(1)</script>', "=cmd|' /C calc'!A0", '\u202Egnp.exe', '𠮷䶮㛃🙂', '１２３']
    naughty.eachWithIndex { words, i -> tell(person, "n$i", words, text: words) }

    when:
    def list = site.page('/messages')
    def each = of(person).collect { site.page("/messages/${it.id()}") }

    then:
    naughty.every { words -> Site.unescaped(list).contains("<bdi>$words</bdi>") }
    naughty.every { words -> each.any { (Site.unescaped(it) =~ /(?s)message-text"><bdi>(.*?)<\/bdi>/)[0][1] == words } }
    (each + list).every { !it.contains('<script>alert') }
  }

  def "so many are not counted to the last"() {
    given:
    def (site, person) = somebody('xiaoxi-6')
    (1..100).each { tell(person, "n$it", '又一条') }

    expect:
    count(site) == '99+'
  }

  private List somebody(String name) {
    def site = PortalServer.site(Role.ORGANIZER, name, People.bureau(id: 'messages-bureau'))
    [site, accounts.named(name).get()]
  }

  private void tell(Map given = [:], person, String about, String subject) {
    def news = new News((given.kind ?: News.Kind.REVIEW) as News.Kind, about, subject, (given.text ?: '') as String, '/account/password')
    messages.tell(new To.Person(person.id()), news, false, PortalServer.CLOCK.instant())
  }

  private List of(person) {
    messages.of(person.id(), null, 0, 200)
  }

  private static List<String> subjects(String html) {
    (html =~ /(?s)class="row-title[^"]*"><(?:a|button)[^>]*><bdi>(.*?)<\/bdi>/).collect { it[1] }
  }

  private static String count(Site site) {
    def found = site.page('/account/password') =~ /消息 <span class="menu-count">([^<]+)</
    found.find() ? found.group(1) : null
  }
}
