package duijie.agencies.jdbc

import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Answers
import duijie.agencies.Column
import duijie.agencies.Declaration
import duijie.agencies.Declarations
import duijie.agencies.ProfileKeeping
import duijie.agencies.ProfileKeeping.Saved
import duijie.agencies.ProfileKeeping.Submitted
import duijie.agencies.Profiles
import duijie.agencies.Registering
import duijie.agencies.Section
import duijie.audit.AuditEntries
import duijie.audit.AuditEntries.Filter
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.shared.CreditCode
import duijie.sheets.Examples
import io.micronaut.context.ApplicationContext
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ProfileKeepingSpec extends Specification {

  static final CODE = Registering.code(1)

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context =
      ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).singletons(RegistrationSpec.CLOCK).start()
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared Declarations declarations = context.getBean(Declarations)
  @Shared ProfileKeeping keeping = context.getBean(ProfileKeeping)
  @Shared AuditEntries trail = context.getBean(AuditEntries)

  Agency agency = Examples.agency(id: new Agency.Id('R-1'), state: Agency.State.DRAFT, creditCode: new CreditCode(CODE))

  def setup() {
    agencies.saveAll([agency])
  }

  def cleanup() {
    TestDatabase.execute(owned, 'truncate agency_section, agency_declaration, agency cascade')
  }

  def "a declaration begins with what is known, none of it confirmed"() {
    when:
    def declaration = keeping.of(agency)

    then:
    declaration.state() == Declaration.State.OPEN
    declaration.part(Section.BASIC).answers().one(Column.NAME) == agency.name()
    Section.values().every { declaration.progress(it) != Declaration.Progress.DONE }
    keeping.of(agency) == declaration
  }

  def "what was filled in comes back letter by letter"() {
    given:
    keeping.of(agency)
    def typed = new Answers([(Column.NAME): ["=a=b 𠮷😀\n\t\u202e'\"\\,{}"], (Column.PROFILE): ['NULL']])

    when:
    def saved = keeping.save(agency, Section.BASIC, 0, typed, false, Registering.STRANGER)

    then:
    saved instanceof Saved.Done
    keeping.of(agency).part(Section.BASIC).answers() == typed
    trail.newest(Filter.NONE, null, 1)[0].entry().deed() == 'SAVE_PROFILE'
  }

  def "a section that is said to be complete must be, and stays as it was if it is not"() {
    given:
    def before = keeping.of(agency)

    when:
    def saved = save(Section.STAFF, [(Column.FULL_TIME_STAFF): ['一些']])

    then:
    (saved as Saved.Faulty).faults()*.column() == [Column.FULL_TIME_STAFF, Column.ASSISTANTS, Column.SOCIAL_WORKERS, Column.SENIORS]
    keeping.of(agency) == before
  }

  def "of two who change a section at once, the second is told and loses nothing"() {
    given:
    keeping.of(agency)
    save(Section.STAFF, [(Column.FULL_TIME_STAFF): ['7'], (Column.ASSISTANTS): ['1'], (Column.SOCIAL_WORKERS): ['1'], (Column.SENIORS): ['1']], 0)

    when:
    def second = save(Section.STAFF, [(Column.FULL_TIME_STAFF): ['8'], (Column.ASSISTANTS): ['2'], (Column.SOCIAL_WORKERS): ['2'], (Column.SENIORS): ['2']], 0)

    then:
    (second as Saved.Overtaken).now().part(Section.STAFF).answers().one(Column.FULL_TIME_STAFF) == '7'
    keeping.of(agency).part(Section.STAFF).answers().one(Column.FULL_TIME_STAFF) == '7'

    and: 'another section is not in the way, nor is the same once more'
    save(Section.EXPERIENCE, [(Column.EXPERIENCE): ['无']], 0) instanceof Saved.Done
    save(Section.STAFF, [(Column.FULL_TIME_STAFF): ['7'], (Column.ASSISTANTS): ['1'], (Column.SOCIAL_WORKERS): ['1'], (Column.SENIORS): ['1']], 0) instanceof Saved.Done
  }

  def "of many who change a section at the same time, one is stored and all others are told"() {
    given:
    keeping.of(agency)
    def threads = Executors.newFixedThreadPool(8)

    when:
    def saved = (1..8).collect { n -> threads.submit({ save(Section.EXPERIENCE, [(Column.EXPERIENCE): ["第 $n 版".toString()]], 0) } as Callable) }*.get()

    then:
    saved.count { it instanceof Saved.Done } == 1
    saved.count { it instanceof Saved.Overtaken } == 7
    keeping.of(agency).part(Section.EXPERIENCE).version() == 1

    cleanup:
    threads.shutdownNow()
  }

  def "it is submitted when all is complete, once however often it is sent, and then shut"() {
    given:
    keeping.of(agency)

    expect:
    keeping.submit(agency.id(), Registering.STRANGER) instanceof Submitted.Incomplete

    when:
    fill()
    def first = keeping.submit(agency.id(), Registering.STRANGER)
    def second = keeping.submit(agency.id(), Registering.STRANGER)

    then:
    (first as Submitted.Accepted).number() ==~ /SL20261124-\d{4,}/
    second == first
    agencies.find(agency.id()).get().state() == Agency.State.SUBMITTED
    declarations.waiting()*.agency() == [agency.id()]
    trail.newest(Filter.NONE, null, 1)[0].entry().deed() == 'SUBMIT_PROFILE'
    save(Section.EXPERIENCE, [(Column.EXPERIENCE): ['改一下']], 1) instanceof Saved.Shut
  }

  def "of an agency whose facts hold, what is complete need not be gone through again"() {
    given:
    agency = Examples.agency(id: new Agency.Id('R-1'), creditCode: new CreditCode(CODE), registrar: null)
    agencies.saveAll([agency])
    def declaration = keeping.of(agency)

    expect: 'what its record lacks is asked for'
    declaration.state() == Declaration.State.PASSED
    declaration.progress(Section.BASIC) == Declaration.Progress.IN_PROGRESS
    declaration.progress(Section.SERVICE) == Declaration.Progress.DONE
    declaration.progress(Section.ATTACHMENTS) == Declaration.Progress.DONE
  }

  def "a change that is not wanted after all is given up, and another window does not bring it back"() {
    given:
    agency = Examples.agency(id: new Agency.Id('R-1'), creditCode: new CreditCode(CODE))
    agencies.saveAll([agency])
    def before = keeping.of(agency)
    keeping.save(agency, Section.EXPERIENCE, 0, new Answers([(Column.EXPERIENCE): ['写到一半']]), false, Registering.STRANGER)

    when:
    def given = (1..2).collect { keeping.giveUp(agency, Registering.STRANGER) }
    def now = keeping.of(agency)

    then: 'it is as it was, and written down once'
    given.every { it instanceof Saved.Done }
    now.state() == Declaration.State.PASSED
    now.answers() == before.answers()
    Section.values().every { now.progress(it) == before.progress(it) }
    trail.newest(Filter.NONE, null, 2)*.entry()*.deed() == ['GIVE_UP_PROFILE', 'SAVE_PROFILE']

    when:
    def late = keeping.save(agency, Section.EXPERIENCE, 1, new Answers([(Column.EXPERIENCE): ['写完了']]), true, Registering.STRANGER)

    then:
    late instanceof Saved.Overtaken
  }

  def "nothing is given up #situation"() {
    given:
    agency = Examples.agency(id: new Agency.Id('R-1'), state: state, creditCode: new CreditCode(CODE))
    agencies.saveAll([agency])
    keeping.of(agency)
    if (submitted) {
      fill()
      assert keeping.submit(agency.id(), Registering.STRANGER) instanceof Submitted.Accepted
    }

    expect:
    (keeping.giveUp(agency, Registering.STRANGER) as Saved.Shut).sentence().contains(sentence)

    where:
    situation                          | state                 | submitted || sentence
    'before anything was ever passed'  | Agency.State.DRAFT    | false     || '还没有通过审核'
    'while the bureau looks at it'     | Agency.State.VERIFIED | true      || '审核期间不能放弃'
  }

  def "changes to verified facts wait, and what holds stays"() {
    given:
    agency = Examples.agency(id: new Agency.Id('R-1'), creditCode: new CreditCode(CODE))
    agencies.saveAll([agency])
    keeping.of(agency)
    fill()

    when:
    keeping.submit(agency.id(), Registering.STRANGER)

    then:
    agencies.find(agency.id()).get() == agency
    declarations.waiting().size() == 1
  }

  private void fill() {
    Profiles.complete(CODE).each { section, answers -> assert save(section, answers, keeping.of(agency).part(section).version()) instanceof Saved.Done }
  }

  private Saved save(Section section, Map<Column, List<String>> answers, int version = 0) {
    keeping.save(agency, section, version, new Answers(answers), true, Registering.STRANGER)
  }
}
