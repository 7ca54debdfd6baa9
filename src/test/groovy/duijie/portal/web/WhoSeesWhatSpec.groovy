package duijie.portal.web

import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.matching.Matching
import duijie.pages.Words
import duijie.projects.Project
import duijie.projects.Projects
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

/** Rankings, exclusions, contacts and the workbook are for the bureau and the organizer; an agency sees its own. */
class WhoSeesWhatSpec extends Specification {

  static final List<Role> BUSINESS = [Role.OFFICER, Role.HEAD, Role.ORGANIZER]

  @Shared Agency own = PortalRecords.agencies()[5]
  @Shared Agency rival = PortalRecords.agencies()[6]

  def "#who sees the ranking of a project: #sees"() {
    when:
    def html = site.page('/projects/P-001')
    def excluded = site.page('/projects/P-001?show=excluded')

    then:
    Site.ranked(html).isEmpty() != sees
    excluded.contains('class="excluded"') == sees || Site.titles(excluded).isEmpty() != sees
    html.contains('被排除的机构') == sees
    html.contains('联系人') == sees
    html.contains('某某科长') == sees
    site.get('/matchmaking.xlsx').statusCode() == (sees ? 200 : who == 'anybody' ? 303 : 403)
    site.page('/projects').contains('下载对接表') == sees
    site.page('/').contains('下载对接表') == sees

    where:
    who << ['anybody'] + (Role.values() as List)
    site = who instanceof Role ? (who == Role.AGENCY ? PortalServer.site(own.id()) : PortalServer.site(who)) : PortalServer.site()
    sees = who in BUSINESS
  }

  def "#who sees the projects that suit an agency: #sees"() {
    when:
    def html = site.page(Links.agency(own.id()))

    then:
    html.contains('有哪些项目适合') == sees
    html.contains('联系电话') == sees
    !html.contains('被排除的机构')

    where:
    who << ['anybody', 'itself', 'a rival'] + (Role.values() as List) - Role.AGENCY
    site = who instanceof Role ? PortalServer.site(who) : who == 'itself' ? PortalServer.site(own.id()) : who == 'a rival' ? PortalServer.site(rival.id()) : PortalServer.site()
    sees = who == 'itself' || who in BUSINESS
  }

  def "an agency sees on a project's page how it does itself, and nobody else"() {
    given:
    def context = PortalServer.running().applicationContext
    def project = context.getBean(Projects).find(new Project.Id('P-001')).get()
    def assessment = context.getBean(Matching).assess(project, own, LocalDate.now(PortalServer.CLOCK))

    when:
    def html = PortalServer.site(own.id()).page('/projects/P-001')
    def text = Site.text(html)

    then:
    text.contains('本机构适合吗')
    text.contains(Words.points(assessment.score()))
    assessment.factors().every { text.contains(Site.text(it.sentence())) }
    PortalRecords.agencies().findAll { it.id() != own.id() && text.contains(it.name()) } == []
    !(html =~ /class="match-rank"/)
  }

  def "whoever has not signed in is told what signing in would show, and comes back"() {
    when:
    def html = PortalServer.site().page('/projects/P-001%2F2')

    then:
    html.contains('href="/sign-in?back=/projects/P-001%2F2"') || html.contains('/sign-in?back=%2Fprojects%2FP-001%252F2')
  }
}
