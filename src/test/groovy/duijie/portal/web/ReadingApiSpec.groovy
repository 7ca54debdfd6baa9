package duijie.portal.web

import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.matching.Matching
import duijie.projects.Projects
import duijie.sheets.Examples
import spock.lang.Shared
import spock.lang.Specification

class ReadingApiSpec extends Specification {

  @Shared Program anybody = Program.anybody()
  @Shared Program officer
  @Shared Program agency
  @Shared Agency own = PortalRecords.agencies()[5]

  def setupSpec() {
    PortalServer.site(Role.OFFICER, 'api-officer', People.bureau())
    PortalServer.site(Role.AGENCY, 'api-agency', People.agency(id: own.id().value()))
    officer = Program.of('api-officer')
    agency = Program.of('api-agency')
  }

  def "the lists have what the pages have, with the same filters: #path"() {
    given:
    def page = PortalServer.site().page("$path&size=100")
    def items = all(anybody, "/api/v1$path&limit=7")

    expect:
    items.size() == Site.total(page)
    items.take(100).collect { duijie.pages.Words.title(it.name, it.demonstration) } == Site.titles(page)
    Program.json(anybody.get("/api/v1$path")).total == Site.total(page)
    items*.id.unique(false).size() == items.size()

    where:
    path << ['/projects?q=', '/projects?only=open', '/projects?region=510821', '/projects?area=outside', '/projects?q=%E5%85%BB%E8%80%81',
        '/projects?field=eldercare&state=PUBLISHED', '/agencies?q=', '/agencies?region=51', '/agencies?q=%E7%A4%BE%E5%B7%A5']
  }

  def "a list goes on where it was, whatever is published meanwhile"() {
    given:
    def context = PortalServer.running().applicationContext
    def before = all(anybody, '/api/v1/projects?limit=5')*.id
    def first = anybody.get('/api/v1/projects?limit=5')
    def fresh = (1..7).collect { Examples.project(id: new duijie.projects.Project.Id("fresh-$it"), name: "刚发布的$it", publishedOn: java.time.LocalDate.of(2026, 11, 24), state: duijie.projects.Project.State.PUBLISHED) }

    when: 'seven newer ones come before everything else'
    context.getBean(Projects).saveAll(fresh)
    context.getBean(Matching).putProjects(fresh)
    def rest = all(anybody, next(first))

    then: 'none is told twice, and none is missing'
    Program.json(first).items*.id + rest*.id == before

    cleanup:
    def hidden = fresh.collect { Examples.project(id: it.id(), name: it.name(), state: duijie.projects.Project.State.DRAFT) }
    context.getBean(Projects).saveAll(hidden)
    context.getBean(Matching).putProjects(hidden)
  }

  def "a request that makes no sense is told all that is wrong: #query"() {
    when:
    def answer = anybody.get("/api/v1/projects?$query")

    then:
    answer.statusCode() == 400
    Program.code(answer) == 'bad-parameters'
    Program.json(answer).errors.size() == wrong

    where:
    query                                  || wrong
    'region=99&field=x&state=DRAFT'        || 3
    'limit=0'                              || 1
    'limit=101'                            || 1
    'cursor=x'                             || 1
    'limit=5&limit=6'                      || 1
  }

  def "a cursor of another list is refused"() {
    given:
    def cursor = Program.json(anybody.get('/api/v1/projects?limit=5')).next

    expect:
    Program.code(anybody.get("/api/v1/projects?limit=5&only=open&cursor=$cursor")) == 'bad-parameters'
    Program.code(anybody.get("/api/v1/agencies?limit=5&cursor=$cursor")) == 'bad-parameters'
  }

  def "whom to call is told to those who see it on the page: #who"() {
    given:
    def program = [anybody: anybody, officer: officer, agency: agency][who]

    expect:
    Program.json(program.get('/api/v1/projects/P-001')).containsKey('phone') == project
    Program.json(program.get("/api/v1/agencies/${own.id().value()}")).containsKey('phone') == ofOwn
    Program.json(program.get("/api/v1/agencies/${PortalRecords.agencies()[6].id().value()}")).containsKey('phone') == ofOther
    !(program.is(anybody) && PortalRecords.SECRETS.any { program.get('/api/v1/projects/P-001').body().contains(it) })

    where:
    who       || project | ofOwn | ofOther
    'anybody' || false   | false | false
    'officer' || true    | true  | true
    'agency'  || false   | true  | false
  }

  def "records that the public may not see are not there"() {
    given:
    def draft = PortalRecords.projects().find { it.state() == duijie.projects.Project.State.DRAFT }

    expect:
    Program.code(officer.get("/api/v1/projects/${draft.id().value()}")) == 'not-found'
    Program.code(officer.get('/api/v1/projects/%00')) == 'not-found'
    Program.code(officer.get("/api/v1/project-matches?project=${draft.id().value()}")) == 'not-found'
    Program.code(officer.get('/api/v1/project-matches')) == 'not-found'
  }

  def "who has a record as it is gets it no second time"() {
    given:
    def first = anybody.get('/api/v1/projects/P-001%2F2')
    def tag = first.headers().firstValue('ETag').get()

    expect:
    Program.json(first).id == 'P-001/2'
    anybody.get('/api/v1/projects/P-001%2F2', ['If-None-Match': tag]).statusCode() == 304
    anybody.get('/api/v1/projects/P-001%2F2', ['If-None-Match': '"other", ' + tag]).statusCode() == 304
    anybody.get('/api/v1/projects/P-001%2F2', ['If-None-Match': '"other"']).statusCode() == 200

    and: 'somebody who sees more has another'
    officer.get('/api/v1/projects/P-001%2F2').headers().firstValue('ETag').get() != tag
    first.headers().allValues('Vary').any { it.contains('Authorization') }
  }

  def "the agencies that suit a project come with every reason, as on its page"() {
    when:
    def answer = Program.json(officer.get('/api/v1/project-matches?project=P-001'))
    def page = PortalServer.site(Role.OFFICER).page('/projects/P-001')

    then:
    answer.matches.collect { [it.agency.name, it.rank] } as Set == Site.ranked(page) as Set
    answer.matches.every { match -> match.factors.sum { it.points as BigDecimal } == match.score as BigDecimal }
    answer.matches.every { it.findings.every { it.sentence } }

    when:
    def excluded = Program.json(officer.get('/api/v1/project-matches?project=P-001&show=excluded'))

    then:
    excluded.total > 0
    excluded.excluded.every { it.failed.every { it.verdict == 'FAIL' } }
  }

  def "an agency sees what suits itself, and nobody else's"() {
    expect:
    Program.json(agency.get("/api/v1/agency-matches?agency=${own.id().value()}")).matches instanceof List
    Program.json(agency.get("/api/v1/agency-matches?agency=${own.id().value()}&project=P-001")).findings.size() > 3
    Program.code(agency.get("/api/v1/agency-matches?agency=${PortalRecords.agencies()[6].id().value()}")) == 'not-found'
    Program.code(agency.get('/api/v1/agency-matches?agency=nobody')) == 'not-found'
    Program.code(agency.get('/api/v1/project-matches?project=P-001')) == 'not-allowed'
    Program.code(anybody.get('/api/v1/project-matches?project=P-001')) == 'not-signed-in'
  }

  /** All records of a list, part by part. */
  private static List all(Program program, String path) {
    def items = []
    while (path != null) {
      def answer = program.get(path)
      items += Program.json(answer).items
      path = next(answer)
    }
    items
  }

  private static String next(answer) {
    def link = answer.headers().firstValue('Link').orElse(null)
    assert (link != null) == (Program.json(answer).next != null)
    link == null ? null : (link =~ /^<([^>]+)>; rel="next"$/)[0][1]
  }
}
