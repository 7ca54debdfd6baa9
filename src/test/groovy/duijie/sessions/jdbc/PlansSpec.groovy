package duijie.sessions.jdbc

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sessions.Examples
import duijie.sessions.Guest
import duijie.sessions.Guests
import duijie.sessions.Place
import duijie.sessions.Plan
import duijie.sessions.PlannedMeeting
import duijie.sessions.Plans
import duijie.sessions.Session
import duijie.sessions.Sessions
import duijie.sheets.Examples as Records
import io.micronaut.context.ApplicationContext
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class PlansSpec extends Specification {

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).start()
  @Shared Plans plans = context.getBean(Plans)
  @Shared Session session

  def setupSpec() {
    context.getBean(Accounts).add(People.account(name: 'zuzhi'))
    context.getBean(Projects).saveAll(['P-1', 'P-2'].collect { Records.project(id: new Project.Id(it)) })
    context.getBean(Agencies).saveAll(['A-1', 'A-2'].collect { Records.agency(id: new Agency.Id(it), creditCode: null) })
  }

  def setup() {
    session = Examples.session(state: Session.State.SCHEDULED)
    context.getBean(Sessions).add(session)
    context.getBean(Sessions).list(session.id(), ['P-1', 'P-2'].collect { new Project.Id(it) })
    context.getBean(Guests).add(['A-1', 'A-2'].collect { Examples.guest(session: session.id(), agency: new Agency.Id(it), standing: Guest.Standing.COMING) })
  }

  def "a plan is read as it was stored"() {
    given:
    def plan = plan(1, meeting('P-1', 'A-1', new Place(1, 1), true), meeting('P-2', 'A-2', null))

    expect:
    plans.put(plan)
    plans.find(session.id()).get() == plan
  }

  def "the database lets nobody be in two places at once: #what"() {
    when:
    plans.put(plan(1, meeting('P-1', 'A-1', new Place(1, 1)), other))

    then:
    thrown(RuntimeException)
    plans.find(session.id()).empty

    where:
    what                            | other
    'a project at two tables'       | meeting('P-1', 'A-2', new Place(1, 2))
    'an agency at two tables'       | meeting('P-2', 'A-1', new Place(1, 2))
    'two talks at one table'        | meeting('P-2', 'A-2', new Place(1, 1))
  }

  def "meetings may change places in one step"() {
    given:
    plans.put(plan(1, meeting('P-1', 'A-1', new Place(1, 1)), meeting('P-2', 'A-2', new Place(2, 2))))

    expect:
    plans.put(plan(2, meeting('P-1', 'A-1', new Place(2, 2)), meeting('P-2', 'A-2', new Place(1, 1))))
  }

  def "of a thousand who change one plan at once, one after the other comes through and nobody sits twice"() {
    given:
    plans.put(plan(1, meeting('P-1', 'A-1', new Place(1, 1)), meeting('P-2', 'A-2', new Place(2, 1))))
    def threads = Executors.newFixedThreadPool(16)
    def random = new Random(7)
    def tries = (1..1000).collect { [random.nextInt(4) + 1, random.nextInt(2) + 1, random.nextInt(4) + 1, random.nextInt(2) + 1] }

    when:
    def stored = threads.invokeAll(tries.collect { slots ->
      { ->
        def now = plans.find(session.id()).get()
        try {
          plans.put(plan(now.revision() + 1, meeting('P-1', 'A-1', new Place(slots[0], slots[1])), meeting('P-2', 'A-2', new Place(slots[2], slots[3]))))
        } catch (RuntimeException twice) {
          false
        }
      } as Callable<Boolean>
    })*.get().count(true)
    def last = plans.find(session.id()).get()

    then:
    stored > 0
    last.revision() == stored + 1
    last.placed()*.place().unique().size() == 2

    cleanup:
    threads.shutdown()
  }

  private Plan plan(int revision, PlannedMeeting... meetings) {
    new Plan(session.id(), meetings as List, 200.0, revision)
  }

  private static PlannedMeeting meeting(String project, String agency, Place place, boolean locked = false) {
    new PlannedMeeting(new Project.Id(project), new Agency.Id(agency), 80.0, place, place ? PlannedMeeting.State.SCHEDULED : PlannedMeeting.State.UNSCHEDULED, locked, place ? null : '桌位已满')
  }
}
