package duijie.portal.web

import duijie.pages.Addresses
import duijie.pages.Words
import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.matching.Matching
import duijie.projects.Project
import duijie.projects.Projects
import java.time.LocalDate
import java.time.LocalDateTime
import java.util.function.Predicate
import spock.lang.Shared
import spock.lang.Specification

class RecordPagesSpec extends Specification {

  static final LocalDate TODAY = LocalDate.now(PortalServer.CLOCK)

  /** What the public may see and an agency may still win. */
  static final Predicate<Project> OPEN = { PublicRecords.visible(it) && it.openAt(LocalDateTime.now(PortalServer.CLOCK)) } as Predicate<Project>

  @Shared Site site = PortalServer.site(Role.OFFICER)
  @Shared Matching matching = PortalServer.running().applicationContext.getBean(Matching)
  @Shared Project project = PortalServer.running().applicationContext.getBean(Projects).find(new Project.Id('P-001')).get()

  /** The one that most projects suit, of those that do not qualify for all. */
  @Shared Agency agency = PortalRecords.agencies().drop(4).max { matching.projectsFor(it, OPEN, TODAY, 1).eligible() }
  @Shared String path = Links.agency(agency.id())

  def "a project's page ranks agencies as matching does, each with its score, factors and sentences"() {
    given:
    def ranking = matching.agenciesFor(project, PublicRecords.&visible as Predicate<Agency>, TODAY, 20)

    when:
    def html = site.page('/projects/P-001')
    def text = Site.text(html)

    then:
    ranking.matches().size() > 3
    Site.ranked(html) == ranking.matches().collect { [it.partner().name(), it.rank()] }
    ranking.matches().every { match ->
      text.contains(Words.points(match.assessment().score())) &&
          match.assessment().factors().every { text.contains(Site.text(it.sentence())) } &&
          match.assessment().toVerify().every { text.contains(Site.text(it)) }
    }
    text.contains("硬性条件都已核对的 ${ranking.verified()} 家；没有不符合、但资料不全要先核实的 ${ranking.eligible() - ranking.verified()} 家")
    text.contains("评分基准日 2026-11-24，规则版本 ${matching.ruleBook().version().take(12)}")

    and: 'a range where something is unknown'
    def open = ranking.matches().find { it.assessment().potential() > it.assessment().score() }
    open == null || text.contains("补全资料最高 ${Words.points(open.assessment().potential())}")
  }

  def "the excluded agencies are told with every failed rule and what would mend it"() {
    given:
    def excluded = matching.excludedFrom(project, PublicRecords.&visible as Predicate<Agency>, TODAY)

    when:
    def pages = (1..Math.ceil(excluded.size() / 20)).collect { site.page("/projects/P-001?show=excluded&page=${it as int}") }
    def text = Site.text(pages.join(' '))

    then:
    excluded.size() > 20
    pages.collectMany { Site.titles(it) }.findAll { it } == excluded.sort(false) { a, b -> a.failed().size() <=> b.failed().size() ?: a.unknown() <=> b.unknown() }*.partner()*.name()
    excluded.every { it.failed().every { f -> text.contains(Site.text(f.sentence())) && (f.remedy() == null || text.contains(Site.text(f.remedy()))) } }
  }

  def "there is no page beyond the last of the excluded"() {
    expect:
    site.get('/projects/P-001?show=excluded&page=999').statusCode() == 404
  }

  def "an excluded agency is found by a part of its name"() {
    given:
    def name = matching.excludedFrom(project, PublicRecords.&visible as Predicate<Agency>, TODAY).last().partner().name()

    expect:
    Site.titles(site.page("/projects/P-001?show=excluded&q=${Addresses.encode(name)}")).contains(name)
    Site.text(site.page('/projects/P-001?show=excluded&q=xyz')).contains('没有名称相符的机构')
  }

  def "an agency's page ranks projects and tells what it lacks for each"() {
    given:
    def ranking = matching.projectsFor(agency, OPEN, TODAY, 20)

    when:
    def html = site.page(path)
    def text = Site.text(html)

    then:
    ranking.matches().size() > 1
    Site.ranked(html) == ranking.matches().collect { [it.partner().name(), it.rank()] }
    ranking.matches().every { match ->
      (match.assessment().findings().findAll { it.verdict().name() == 'UNKNOWN' } + match.assessment().factors().findAll { it.unknown() }).every { lack ->
        text.contains(Site.text(lack.sentence())) && (lack.remedy() == null || text.contains(Site.text("怎样补上：${lack.remedy()}")) || text.contains(Site.text(lack.remedy())))
      }
    }
    text.contains('差什么')
  }

  def "what the buyer has not said is something to ask, not what the agency lacks"() {
    given: 'a match in which the buyer and the agency both left something open'
    def site = PortalServer.site(agency.id())
    def all = matching.projectsFor(agency, OPEN, TODAY, 20).matches()
    def ofBuyer = { match -> remedies(match).findAll { it.startsWith('请购买方') } }
    def both = all.find { ofBuyer(it) && remedies(it).size() > ofBuyer(it).size() }

    when:
    def one = site.page(path).split('<details class="match').find { it.contains("id=\"match-${both.rank()}\"") }
    def (lacks, asks) = Site.text(one).split('差什么')[1].split('购买方没有写明的')

    then:
    ofBuyer(both).every { asks.contains(it) && !lacks.contains(it) }
    (remedies(both) - ofBuyer(both)).every { lacks.contains(it) && !asks.contains(it) }
    asks.contains('要问清')
    !asks.contains('怎样补上')
  }

  def "nothing is both settled and to be verified"() {
    when:
    def matches = site.page('/projects/P-001').split('<details class="match').tail().collect { Site.text(it.split('</summary>')[0]) }

    then:
    matches.any { it.contains('硬性条件都已核对') }
    matches.every { it.contains('硬性条件都已核对') != it.contains('先核实：待核') }
    matches.every { !(it =~ / 待核 \d/) || it.contains('先核实：待核') }
  }

  private static List<String> remedies(match) {
    def unknown = match.assessment().findings().findAll { it.verdict().name() == 'UNKNOWN' } + match.assessment().factors().findAll { it.unknown() }
    unknown*.remedy().findAll()
  }

  def "the projects that an agency does not qualify for are told with why"() {
    given:
    def excluded = matching.excludedFor(agency, OPEN, TODAY)

    when:
    def text = Site.text(site.page("$path?show=excluded"))

    then:
    excluded.size() > 0
    Site.titles(site.page("$path?show=excluded")) == excluded.sort(false) { a, b -> a.failed().size() <=> b.failed().size() ?: a.unknown() <=> b.unknown() }.take(20)*.partner()*.name()
    excluded.size() > 20 || excluded.every { e -> e.failed().every { text.contains(Site.text(it.sentence())) } }
  }

  def "no project that is over is offered to an agency, or held against it"() {
    given:
    def over = PortalRecords.projects().findAll { !OPEN.test(it) }*.name()
    def links = PortalRecords.agencies().findAll { it.state() == Agency.State.VERIFIED }.take(8)*.id().collect { Links.agency(it) }

    expect:
    over.size() > 20
    links.collectMany { Site.ranked(site.page("$it?top=100"))*.first() }.findAll { it in over } == []
    links.collectMany { Site.titles(site.page("$it?show=excluded")) }.findAll { it in over } == []
  }

  def "more of the ranking can be asked for"() {
    expect:
    site.page("$path?top=50").contains("id=\"top-50\" href=\"$path?top=50#matches\" rel=\"nofollow\" class=\"here\"") ||
        matching.projectsFor(agency, OPEN, TODAY, 1).eligible() <= 20
  }
}
