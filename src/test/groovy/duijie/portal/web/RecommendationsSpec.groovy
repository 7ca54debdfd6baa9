package duijie.portal.web

import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.interests.Interest
import duijie.interests.Interests
import duijie.interests.Invitation
import duijie.interests.Invitations
import duijie.matching.Matching
import duijie.accounts.Accounts
import duijie.pages.Addresses
import duijie.pages.Words
import duijie.projects.Followings
import duijie.projects.Project
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.util.function.Predicate
import spock.lang.Shared
import spock.lang.Specification

/** The projects that are recommended to an agency. */
class RecommendationsSpec extends Specification {

  static final LocalDate TODAY = LocalDate.now(PortalServer.CLOCK)
  static final Predicate<Project> OPEN = { PublicRecords.visible(it) && it.openAt(LocalDateTime.now(PortalServer.CLOCK)) } as Predicate<Project>

  @Shared context = PortalServer.running().applicationContext
  @Shared Matching matching = context.getBean(Matching)

  /** The one that most projects suit. */
  @Shared Agency own = PortalRecords.agencies().drop(4).max { matching.projectsFor(it, OPEN, TODAY, 1).eligible() }
  @Shared Site site = PortalServer.site(own.id())

  def "they are those that matching ranks, in its order, with why, what is missing and how much time is left"() {
    given:
    def ranking = matching.projectsFor(own, OPEN, TODAY, 1000)

    when:
    def html = site.page('/recommendations')
    def text = Site.text(html)

    then:
    ranking.eligible() > 1
    Site.titles(html) == ranking.matches().take(20)*.partner()*.name()
    Site.total(html) == ranking.eligible()
    ranking.matches().take(20).every { match ->
      def best = match.assessment().factors().findAll { it.points() > 0 }.sort(false) { -it.points() }.take(3)
      text.contains(Words.points(match.assessment().score())) &&
          best.every { text.contains(Site.text(it.sentence())) } &&
          match.assessment().findings().findAll { it.verdict().name() == 'UNKNOWN' }.every { text.contains(Site.text(it.sentence())) }
    }
    ranking.matches().take(20)*.partner().every { project ->
      project.respondBy() == null || text.contains("剩余 ${TODAY.until(project.respondBy().toLocalDate()).days} 天") || project.respondBy().toLocalDate() > TODAY.plusDays(25)
    }
  }

  def "they are narrowed by #what, and the count beside the choice is that of the list behind it"() {
    given:
    def html = site.page('/recommendations')
    def choice = (html =~ /(?s)<a id="($id-[^"]+)" href="([^"]+)".*?class="choice-count">([\d,]+)</)

    expect:
    choice.find()
    def narrowed = site.page(Site.unescaped(choice.group(2)))
    Site.total(narrowed) == (choice.group(3) as int)
    narrowed.contains('清除条件')

    where:
    what            | id
    'how they suit' | 'fit'
    'deadline'      | 'within'
    'service field' | 'field'
    'region'        | 'region'
    'budget'        | 'band'
  }

  def "a text is looked for as in the list of projects"() {
    given:
    def name = matching.projectsFor(own, OPEN, TODAY, 1).matches().first().partner().name()

    expect:
    Site.titles(site.page("/recommendations?q=${Addresses.encode(name)}")).contains(name)
    Site.text(site.page('/recommendations?q=xyzzy')).contains('没有符合这些条件的推荐项目')
    site.get('/recommendations?fit=NO').statusCode() == 400
    site.get('/recommendations?page=99').statusCode() == 404
  }

  def "what the agency was invited to, declared interest in and follows is marked"() {
    given:
    def project = matching.projectsFor(own, OPEN, TODAY, 1).matches().first().partner()
    def account = context.getBean(Accounts).named("of-${own.id().value().toLowerCase()}").get()
    def now = Instant.parse('2026-11-24T02:00:00Z')
    context.getBean(Invitations).add(new Invitation(project.id(), own.id(), UUID.randomUUID(), '', account.id(), now))
    context.getBean(Interests).add(new Interest(project.id(), own.id(), UUID.randomUUID(), '', account.id(), now))

    when:
    def answer = site.submit('/recommendations', [project: project.id(), back: '/recommendations?fit=INVITED'], '/followings')
    def html = site.page('/recommendations?fit=INVITED')

    then:
    answer.headers().firstValue('Location').get() == '/recommendations?fit=INVITED'
    Site.titles(html) == [project.name()]
    Site.text(html).contains('已获邀请 2026-11-24') && Site.text(html).contains('已表达意向 2026-11-24') && Site.text(html).contains('已收藏，点这里取消')

    cleanup:
    context.getBean(Followings).leave(account.id(), project.id())
    context.getBean(Interests).with { all -> all.find(project.id(), own.id()).ifPresent { all.remove(it) } }
  }

  def "an agency whose facts are not checked yet is told what to do"() {
    expect:
    def text = Site.text(PortalServer.site(PortalRecords.agencies()[3].id()).page('/recommendations'))
    text.contains('机构资料正在审核，通过以后就能看到推荐的项目')
    PortalServer.site(Role.OFFICER).get('/recommendations').statusCode() == 403
    !PortalServer.site(Role.OFFICER).page('/').contains('href="/recommendations"')
    site.page('/').contains('href="/recommendations"')
  }
}
