package duijie.portal.web

import duijie.agencies.Agency
import duijie.matching.Matching
import duijie.projects.Project
import duijie.projects.Projects
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

class RecordPagesSpec extends Specification {

  static final LocalDate TODAY = LocalDate.now(PortalServer.CLOCK)

  @Shared Site site = PortalServer.site()
  @Shared Matching matching = PortalServer.running().applicationContext.getBean(Matching)
  @Shared Project project = PortalServer.running().applicationContext.getBean(Projects).find(new Project.Id('P-001')).get()

  /** The one that most projects suit, of those that do not qualify for all. */
  @Shared Agency agency = PortalRecords.agencies().drop(4).max { matching.projectsFor(it, TODAY, 1).eligible() }
  @Shared String path = Links.agency(agency.id())

  def "a project's page ranks agencies as matching does, each with its score, factors and sentences"() {
    given:
    def ranking = PublicRecords.agencies(matching.agenciesFor(project, TODAY, 20 + PublicRecords.SPARE), 20)

    when:
    def html = site.page('/projects/P-001')
    def text = Site.text(html)

    then:
    ranking.matches().size() > 3
    (html =~ /(?s)class="match-name"><bdi>(.*?)<\/bdi>/).collect { Site.unescaped(it[1]) } == ranking.matches()*.partner()*.name()
    ranking.matches().every { match ->
      text.contains(Words.points(match.assessment().score())) &&
          match.assessment().factors().every { text.contains(Site.text(it.sentence())) } &&
          match.assessment().toVerify().every { text.contains(Site.text(it)) }
    }
    text.contains("符合硬性条件的机构共 ${ranking.eligible()} 家")
    text.contains("评分基准日 2026-11-24，规则版本 ${matching.ruleBook().version().take(12)}")

    and: 'a range where something is unknown'
    def open = ranking.matches().find { it.assessment().potential() > it.assessment().score() }
    open == null || text.contains("补全资料最高 ${Words.points(open.assessment().potential())}")
  }

  def "the excluded agencies are told with every failed rule and what would mend it"() {
    given:
    def excluded = PublicRecords.agencies(matching.excludedFrom(project, TODAY))

    when:
    def pages = (1..Math.ceil(excluded.size() / 20)).collect { site.page("/projects/P-001?show=excluded&page=${it as int}") }
    def text = Site.text(pages.join(' '))

    then:
    excluded.size() > 20
    pages.collectMany { Site.titles(it) }.findAll { it } == excluded.sort(false) { it.failed().size() }*.partner()*.name()
    excluded.every { it.failed().every { f -> text.contains(Site.text(f.sentence())) && (f.remedy() == null || text.contains(Site.text(f.remedy()))) } }
  }

  def "an excluded agency is found by a part of its name"() {
    given:
    def name = PublicRecords.agencies(matching.excludedFrom(project, TODAY)).last().partner().name()

    expect:
    Site.titles(site.page("/projects/P-001?show=excluded&q=${Links.encode(name)}")).contains(name)
    Site.text(site.page('/projects/P-001?show=excluded&q=xyz')).contains('没有名称相符的机构')
  }

  def "an agency's page ranks projects and tells what it lacks for each"() {
    given:
    def ranking = PublicRecords.projects(matching.projectsFor(agency, TODAY, 20 + PublicRecords.SPARE), 20)

    when:
    def html = site.page(path)
    def text = Site.text(html)

    then:
    ranking.matches().size() > 1
    (html =~ /(?s)class="match-name"><bdi>(.*?)<\/bdi>/).collect { Site.unescaped(it[1]) } == ranking.matches()*.partner()*.name()
    ranking.matches().every { match ->
      (match.assessment().findings().findAll { it.verdict().name() == 'UNKNOWN' } + match.assessment().factors().findAll { it.unknown() }).every { lack ->
        text.contains(Site.text(lack.sentence())) && (lack.remedy() == null || text.contains(Site.text("怎样补上：${lack.remedy()}")) || text.contains(Site.text(lack.remedy())))
      }
    }
    text.contains('差什么')
  }

  def "the projects that an agency does not qualify for are told with why"() {
    given:
    def excluded = PublicRecords.projects(matching.excludedFor(agency, TODAY))

    when:
    def text = Site.text(site.page("$path?show=excluded"))

    then:
    excluded.size() > 0
    def open = excluded.findAll { it.partner().state() in HomeController.OPEN }.sort(false) { it.failed().size() }
    Site.titles(site.page("$path?show=excluded")).take(20) == open.take(20)*.partner()*.name().take(20) || open.size() < 20
    open.take(20).every { e -> text.contains(Site.text(e.partner().name())) && e.failed().every { text.contains(Site.text(it.sentence())) } }
  }

  def "more of the ranking can be asked for"() {
    expect:
    site.page("$path?top=50").contains("id=\"top-50\" href=\"$path?top=50#matches\" rel=\"nofollow\" class=\"here\"") ||
        matching.projectsFor(agency, TODAY, 1).eligible() <= 20
  }
}
