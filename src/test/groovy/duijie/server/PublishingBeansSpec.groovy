package duijie.server

import duijie.calendar.HolidaySchedule
import duijie.calendar.HolidaySchedules
import duijie.calendar.StatutoryPeriods
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.projects.Draft
import duijie.projects.Lint
import duijie.projects.Project
import duijie.shared.Money
import io.micronaut.context.ApplicationContext
import java.time.LocalDate
import java.time.LocalDateTime
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The lint as the pages of a running site will ask it. */
class PublishingBeansSpec extends Specification {

  static final LocalDate DAY = LocalDate.of(2026, 12, 28)

  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.run(database.properties())
  @Shared Lint lint = context.getBean(Lint)

  def "a year that is loaded while the site runs is counted by the next inspection"() {
    given:
    def project = new Project(new Project.Id('P-1'), '社工站运营', Project.State.DRAFT, false, '旺苍县民政局', null, [] as Set, [] as Set, [] as Set,
        '每周入户探访。', Money.of(480_000), null, 12, null, '公开招标', null, Project.Staffing.NONE, null, false, false, false, DAY,
        LocalDateTime.of(2027, 1, 18, 9, 30), null, null, null, [] as Set, [:])

    expect:
    context.getBean(StatutoryPeriods).all().size() == 11
    lint.inspect(Draft.of(project), DAY)*.rule()*.id() == ['deadline-not-counted']

    when:
    context.getBean(HolidaySchedules).put(new HolidaySchedule(2027, '通知', [LocalDate.of(2027, 1, 1)] as Set, [] as Set))

    then:
    lint.inspect(Draft.of(project), DAY) == []
  }
}
