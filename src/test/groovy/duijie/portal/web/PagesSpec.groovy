package duijie.portal.web

import duijie.pages.Words
import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.projects.Project
import java.time.LocalDateTime
import spock.lang.Shared
import spock.lang.Specification

class PagesSpec extends Specification {

  @Shared Site site = PortalServer.site()

  def "whoever has signed in is not asked to sign in: #who"() {
    expect:
    PortalServer.site(who).page('/').contains('href="/sign-in"') == false

    where:
    who << [Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.OFFICER]
  }

  def "the home page tells the county's own numbers, and apart from them what lies elsewhere"() {
    given:
    def projects = PortalRecords.projects().findAll { it.state() != Project.State.DRAFT }
    def inside = projects.count { it.region() && PortalRecords.HOME.covers(it.region()) }
    def unknown = projects.count { !it.region() }
    def open = projects.findAll { it.openAt(LocalDateTime.now(PortalServer.CLOCK)) }
    def (own, others) = open.split { it.region() && PortalRecords.HOME.covers(it.region()) }
    def yuan = { it.findAll { it.budget() }.sum(0.0) { it.budget().yuan() } as BigDecimal }
    def agencies = PortalRecords.agencies().findAll { it.state() == Agency.State.VERIFIED }

    when:
    def text = Site.text(site.page('/'))

    then:
    text.contains("本县采购项目 $inside 个 县外 ${projects.size() - inside - unknown} 区划未提供 $unknown ")
    text.contains("本县社工机构 ${agencies.count { PortalRecords.HOME.covers(it.registeredRegion()) }} 家")
    text.contains("本县正在找机构的项目 ${own.size()} 个 县外 ${others.size()} ")
    text.contains("本县正在找机构的预算 ${Words.tenThousands(yuan(own))} 万元 公布预算的项目 ${own.count { it.budget() }} 个 其他地方 ${Words.tenThousands(yuan(others))} 万元")
    own.size() > 3
    others.size() > 3

    and: 'what is over is not counted as looking for anyone'
    open.size() < projects.count { it.state().seeking() }
    Site.total(site.page('/projects?only=open')) == open.size()

    and: 'the newest projects first'
    Site.titles(site.page('/')) == projects.findAll { it.publishedOn() }.sort { -it.publishedOn().toEpochDay() }.take(8)*.name()
  }

  def "every page that links lead to is whole, safe and without contacts"() {
    given:
    def seen = [] as Set<String>
    def wrong = []
    def waiting = ['/', '/projects', '/agencies', '/projects?q=%3Cscript%3E', '/projects?area=outside', '/projects?size=100', '/agencies?size=100'] as ArrayDeque<String>

    when: 'all records and a good many lists are read'
    while (waiting && seen.size() < 300) {
      def path = waiting.poll()
      if (!path.startsWith('/matchmaking') && seen.add(path)) {
        def answer = site.get(path)
        wrong += (answer.statusCode() == 200 ? flaws(answer.body()) : [answer.statusCode()]).collect { "$path: $it".toString() }
        Site.links(answer.body()).each { it =~ '^/(projects|agencies)/' ? waiting.addFirst(it) : waiting.addLast(it) }
      }
    }

    then:
    seen.size() > 150
    wrong.take(5) == []
  }

  /** What must be on no page, whatever is in the records. */
  private static List<String> flaws(String html) {
    def ids = (html =~ / id="([^"]*)"/).collect { it[1] }
    def flaws = PortalRecords.SECRETS.findAll { html.contains(it) }
    flaws += (html =~ /<script(?! src="\/(webjars|assets)\/)|<[^>]+ style=|<[^>]+ on[a-z]+=|javascript:|<img src=x|<(b|i|u)>/).collect { it[0] }
    flaws += ids.countBy { it }.findAll { it.value > 1 }.keySet().collect { "id $it twice" }
    if (!html.startsWith('<!doctype html>') || !html.contains('<html lang="zh-CN">') || !html.stripTrailing().endsWith('</html>')) {
      flaws << 'not a whole page'
    }
    if ((html =~ /<h1[ >]/).size() != 1 || headingGap(html)) {
      flaws << 'headings out of order'
    }
    flaws*.toString()
  }

  private static boolean headingGap(String html) {
    def levels = [0] + (html =~ /<h([1-6])[ >]/).collect { it[1] as int }
    levels.collate(2, 1, false).any { it[1] > it[0] + 1 }
  }

  def "a project called #name is shown exactly and harmlessly"() {
    given:
    def escaped = name.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')

    when:
    def html = site.page(Links.project(new Project.Id(id)))

    then:
    html.contains("<h1><bdi>$escaped</bdi></h1>")
    Site.text(html).contains("采购项目 $id ")

    where:
    id                     | name
    'P-001/2'              | PortalRecords.SCRIPT
    '项目 二/100%?a=b#c&d+e' | PortalRecords.OVERRIDE
    'row-2'                | PortalRecords.LONG
  }

  def "what is not known of a project is said to be so"() {
    when:
    def text = Site.text(site.page('/projects/unknown'))

    then:
    text.contains('购买主体 未提供 区划 未提供 服务领域 未提供 服务对象 未提供 服务方式 未提供 需求概况 未提供')
    text.contains('预算金额 未提供')
    text.contains('没有提出专门要求')
  }

  def "a call whose time is over says so"() {
    expect:
    Site.text(site.page('/projects/closed')).contains('响应截止时间 2026-11-23 17:00 已截止')
    Site.text(site.page('/projects/P-001')).contains('响应截止时间 2026-11-30 17:30 北京时间')
  }

  def "a record that is marked as made up need not say so in its name as well"() {
    expect:
    Words.title(name, marked) == shown

    where:
    name              | marked || shown
    '助餐服务（演示）' | true   || '助餐服务'
    '助餐服务（演示）' | false  || '助餐服务（演示）'
    '助餐服务'         | true   || '助餐服务'
    '（演示）'         | true   || '（演示）'
  }

  def "demonstration data is marked: #path"() {
    expect:
    site.page(path).contains('这里是演示数据')
    site.page(path).contains('<span class="badge-demo">演示</span>')

    where:
    path << ['/', '/projects', '/agencies?q=米仓山', '/projects/P-001', '/agencies/A%2F0%20%25'].collect { it.replace('米仓山', '%E7%B1%B3%E4%BB%93%E5%B1%B1') }
  }

  def "#what is not there for the public: #path"() {
    when:
    def answer = site.get(path)

    then:
    answer.statusCode() == 404
    Site.text(answer.body()).contains('没有')

    where:
    what                       | path
    'a page'                   | '/nothing'
    'a project'                | '/projects/P-999'
    'an empty identifier'      | '/projects/%20'
    'an identifier of nothing' | '/projects/a%00b'
    'a zero of an agency'      | '/agencies/%00'
    'a draft'                  | '/projects/%E8%8D%89%E7%A8%BF'
    'an agency that waits'     | '/agencies/A-3'
    'an asset'                 | '/assets/none.css'
    'a way up'                 | '/assets/..%2f..%2fapplication.properties'
  }

  def "records that the public may not see are in no list either"() {
    expect:
    !site.page('/projects?size=100').contains('不该公开的草稿')
    !site.page('/agencies?size=100').contains('待审不公开的机构')
  }

  def "posting is refused and says what is allowed"() {
    when:
    def answer = site.send('POST', path)

    then:
    answer.statusCode() == 405
    answer.headers().firstValue('Allow').get().contains('GET')
    Site.text(answer.body()).contains('只能查看')

    where:
    path << ['/', '/projects', '/projects/P-001', '/agencies']
  }

  def "a failure tells a reference number and nothing of the inside"() {
    when:
    def answer = site.get('/spec/broken')

    then:
    answer.statusCode() == 500
    answer.body() =~ /编号 <code class="reference">[0-9A-F]{10}<\/code>/
    !(answer.body() =~ /(?i)secret|jdbc|exception|duijie\.portal|\.java|groovy/)
    answer.headers().firstValue('Cache-Control').get() == 'no-store'
  }

  def "a disk without room is told as such"() {
    when:
    def answer = site.get('/spec/full')

    then:
    answer.statusCode() == 507
    Site.text(answer.body()).contains('存储空间满了，这次没有保存')
    answer.body() =~ /编号 <code class="reference">[0-9A-F]{10}<\/code>/
    !answer.body().contains('secret')
  }

  def "a request of #megabytes MB is answered to whoever sends it all before they look"() {
    given:
    def url = new URI(PortalServer.running().URL.toString())
    def piece = ('x' * (1 << 20)).bytes

    when:
    def line = new Socket(url.host, url.port).withCloseable { socket ->
      socket.soTimeout = 30_000
      def out = socket.outputStream
      out.write("POST /sign-in HTTP/1.1\r\nHost: $url.host:$url.port\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${megabytes << 20}\r\n\r\n".bytes)
      megabytes.times { out.write(piece) }
      out.flush()
      socket.inputStream.newReader('UTF-8').readLine()
    }

    then:
    line == 'HTTP/1.1 413 Request Entity Too Large'

    where:
    megabytes << [35, 120]
  }

  def "HEAD answers like GET without a body: #path"() {
    when:
    def head = site.send('HEAD', path)
    def get = site.get(path)

    then:
    head.statusCode() == get.statusCode()
    head.body() == ''
    head.headers().firstValue('Content-Type') == get.headers().firstValue('Content-Type')

    where:
    path << ['/', '/projects?region=51', '/projects/P-001%2F2', '/assets/duijie.css', '/assets/icon.svg', '/webjars/htmx.org/2.0.10/dist/htmx.min.js', '/nothing', '/robots.txt']
  }

  def "who is turned away is told to keep nothing and trust this site alone, too: #what"() {
    given:
    def answer = ask(PortalServer.site(Role.OFFICER), PortalServer.site())

    expect:
    answer.statusCode() == status
    answer.headers().firstValue('Cache-Control').get() == 'no-store'
    answer.headers().firstValue('Content-Security-Policy').get().startsWith("default-src 'self'")
    answer.headers().firstValue('X-Frame-Options').get() == 'DENY'

    where:
    what                        | status | ask
    'a form of nobody'          | 409    | { Site bureau, Site anybody -> bureau.post('/drafts', [:]) }
    'another site'              | 403    | { Site bureau, Site anybody -> bureau.post('/drafts', [:], [Origin: 'https://example.org']) }
    'not in this role'          | 403    | { Site bureau, Site anybody -> bureau.get('/audit') }
    'a record that is not there'| 404    | { Site bureau, Site anybody -> bureau.get("/drafts/${UUID.randomUUID()}") }
    'not signed in'             | 303    | { Site bureau, Site anybody -> anybody.get('/drafts') }
    'signed out meanwhile'      | 401    | { Site bureau, Site anybody -> anybody.submit('/sign-in', [reason: 'x'], '/drafts') }
  }

  def "browsers are told to trust this site alone, and what to keep"() {
    given:
    def home = site.get('/')
    def asset = (home.body() =~ /href="(\/assets\/duijie\.css\?v=[0-9a-f]+)"/)[0][1] as String

    expect:
    home.headers().firstValue('Content-Security-Policy').get().startsWith("default-src 'self'; style-src 'self'; script-src 'self'")
    home.headers().firstValue('X-Content-Type-Options').get() == 'nosniff'
    home.headers().firstValue('Cache-Control').get() == 'no-cache'
    home.headers().firstValue('Content-Type').get() == 'text/html;charset=utf-8'
    site.get(asset).headers().firstValue('Cache-Control').get() == 'public, max-age=31536000, immutable'
    site.get('/assets/duijie.css').headers().firstValue('Cache-Control').get() == 'no-cache'
    site.get('/robots.txt').body().contains('Disallow: /matchmaking.xlsx')

    and: 'everything that a page loads is there'
    (home.body() =~ /(?:src|href)="(\/(?:assets|webjars)\/[^"]+)"/).collect { it[1] }.every { site.get(it).statusCode() == 200 }
  }
}
