package duijie.accounts.web

import duijie.accounts.Role
import duijie.audit.AuditTrail
import duijie.audit.Caller
import duijie.audit.Entry
import duijie.audit.Snapshot
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import spock.lang.Shared
import spock.lang.Specification

class AuditPageSpec extends Specification {

  @Shared AuditTrail trail = PortalServer.running().applicationContext.getBean(AuditTrail)
  @Shared Site site = PortalServer.site(Role.AUDITOR)

  def "no two deeds have one name: nobody could tell them apart in the list"() {
    expect:
    AuditWords.deeds().values().countBy { it }.findAll { it.value > 1 }.isEmpty()
  }

  def "who signed in, who did not, and who wanted what they may not, is read on the page"() {
    given:
    PortalServer.site(Role.REVIEWER).get('/matchmaking.xlsx')
    PortalServer.site().submit('/sign-in', [name: 'pingshen', password: 'wrong-wrong-wrong'])

    when:
    def refused = Site.text(site.page('/audit?outcome=REFUSED&who=pingshen'))
    def signIns = Site.text(site.page('/audit?deed=SIGN_IN&outcome=REFUSED'))

    then:
    refused.contains('下载对接表 被拒绝')
    refused.contains('GET /matchmaking.xlsx')
    signIns.contains('未登录 登录 被拒绝')
    !signIns.contains('wrong-wrong-wrong')
  }

  def "what somebody typed as a name that nobody has is not written down: it may be a password"() {
    when:
    PortalServer.site().submit('/sign-in', [name: 'my-secret-phrase', password: 'whatever-this-is'])

    then:
    !site.page('/audit?deed=SIGN_IN').contains('my-secret-phrase')
  }

  def "pages of the trail lead from the newest to the oldest without leaving any out"() {
    given:
    (1..120).each { trail.record(Entry.done(Caller.program('spec'), 'TURN_PAGES', new Entry.Subject('spec', "no-$it"))) }

    when:
    def seen = []
    def next = '/audit?deed=TURN_PAGES'
    while (next) {
      def html = site.page(next)
      seen += (html =~ /spec (no-\d+)/).collect { it[1] }
      def link = html =~ /<a href="([^"]+)" rel="next"/
      next = link.find() ? Site.unescaped(link.group(1)) : null
    }

    then:
    seen == (120..1).collect { "no-$it".toString() }
  }

  def "the file holds the same, and Excel takes nothing in it for a formula"() {
    given:
    def evil = "=HYPERLINK(\"http://example.org\",\"x\")"
    trail.record(Entry.changed(Caller.program(evil), 'EXPORT_THIS', new Entry.Subject('spec', evil), Snapshot.of(a: 1), Snapshot.of(a: '引号"和\n换行')))

    when:
    def answer = site.bytes('/audit.csv?deed=EXPORT_THIS')
    def text = new String(answer.body(), 'UTF-8')

    then:
    answer.statusCode() == 200
    answer.headers().firstValue('Content-Type').get().startsWith('text/csv')
    text.startsWith('\uFEFF"行号","时间"')
    text.contains('"\'=HYPERLINK(""http://example.org"",""x"")"')
    !(text =~ /(^|,|\n)"[=+@-]/)

    and: 'that it was taken is written down'
    Site.text(site.page('/audit?deed=EXPORT_AUDIT_TRAIL')).contains('导出审计记录')
  }

  def "#what is refused in words: #sentence"() {
    when:
    def answer = site.get("/audit?$query")

    then:
    answer.statusCode() == 400
    Site.text(answer.body()).contains(sentence)

    where:
    what                     | query                  || sentence
    'a day that is none'     | 'from=2026-02-30'      || '开始日期应写成 2026-11-24 这样'
    'an outcome that is none'| 'outcome=MAYBE'        || '没有“MAYBE”这种结果'
    'an id of nothing'       | 'id=P-001'             || '请同时选记录的种类'
    'a page that is none'    | 'before=first'         || '参数“before”应为一个行号'
  }

  def "a sign that no text can hold is read as if it were not there"() {
    expect:
    Site.text(site.page('/audit?who=%00nobody-has-this-name')).contains('没有')
  }

  def "days narrow it down, both included"() {
    given:
    trail.record(Entry.done(Caller.program('spec'), 'TODAY_ONLY', new Entry.Subject('spec', 'now')))
    def today = java.time.LocalDate.now(java.time.ZoneId.of('Asia/Shanghai'))

    expect:
    site.page("/audit?deed=TODAY_ONLY&from=$today&to=$today").contains('spec now')
    !site.page("/audit?deed=TODAY_ONLY&from=${today.plusDays(1)}").contains('spec now')
    !site.page("/audit?deed=TODAY_ONLY&to=${today.minusDays(1)}").contains('spec now')
  }
}
