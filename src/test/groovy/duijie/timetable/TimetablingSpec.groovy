package duijie.timetable

import duijie.LongRun
import spock.lang.Specification

/** The most valuable talks, each in its slot and at its table. */
class TimetablingSpec extends Specification {

  def "the buyers sit, the agencies go from table to table"() {
    given: 'two projects and three agencies, of which each project prefers two'
    def task = task(2, 2, ['p1', 'p2'], ['a1', 'a2', 'a3'],
        [p1a1: 90, p1a2: 80.5, p1a3: 10, p2a1: 70, p2a2: 60, p2a3: 65.25])

    when:
    def made = Timetabling.make(task)

    then: 'nobody is in two places, and nothing better can be had'
    Sessions.faults(task, made) == []
    made.value() == 305.75
    made.upperBound() == made.value()
    !made.cut()

    and: 'each project keeps one table'
    made.meetings().groupBy { it.project() }.collectEntries { id, its -> [id, its*.table().unique()] } == [p1: [1], p2: [2]]

    and: 'what has no place is named with its reason'
    made.unplaced().collect { [it.project(), it.agency(), it.reason().code()] } == [['p1', 'a3', 'project-cap'], ['p2', 'a2', 'project-cap']]
  }

  def "with everybody there the value is that of the bound, and of trying everything"() {
    expect:
    (1..120).every { seed ->
      def task = Sessions.random(seed, projects: 2 + seed % 3, agencies: 3, slots: 2 + seed % 2, tables: 1 + seed % 4,
          density: 0.8, cap: seed % 3)
      def made = Timetabling.make(task)
      assert Sessions.faults(task, made) == []
      assert made.value() == made.upperBound()
      assert made.value() == Sessions.best(task)
      true
    }
  }

  def "with parties away or locked the best is never above the bound, and nearly always reached"() {
    given:
    def tasks = (1..150).collect { seed ->
      locked(seed, Sessions.random(seed, projects: 3, agencies: 3 + seed % 2, slots: 3, tables: 2 + seed % 2, density: 0.9, away: 0.3, cap: seed % 4))
    }

    when:
    def made = tasks.collect { Timetabling.make(it) }
    def best = tasks.collect { Sessions.best(it) }

    then: 'every timetable is sound'
    [tasks, made].transpose().every { Sessions.faults(*it) == [] }
    [made, best].transpose().every { timetable, most -> timetable.value() <= most && most <= timetable.upperBound() }

    and:
    [made, best].transpose().count { timetable, most -> timetable.value() < most } <= 2
    made*.value().sum() >= 0.999 * best.sum()
  }

  def "sessions of every shape have sound timetables"() {
    expect:
    (1..45).every { seed ->
      def task = Sessions.random(seed, projects: 1 + seed % 12, agencies: 1 + (seed * 7) % 15, slots: 1 + seed % 9, tables: 1 + seed % 10,
          density: [0.1d, 0.5d, 1.0d][seed % 3], away: [0.0d, 0.2d, 0.6d][(int) (seed / 3) % 3], cap: seed % 5, values: 1000)
      def made = Timetabling.make(task)
      assert Sessions.faults(task, made) == []
      assert made == Timetabling.make(task)
      true
    }
  }

  def "a locked talk stays in its place, with a table or without"() {
    given:
    def open = task(3, 2, ['p1', 'p2'], ['a1', 'a2'], [p1a1: 9, p1a2: 8, p2a1: 7, p2a2: 1])
    def task = open.withPairs(open.pairs().collect {
      it.project() == 'p2' && it.agency() == 'a2' ? it.lockedAt(3, 1) : it.project() == 'p1' && it.agency() == 'a1' ? it.lockedAt(2, null) : it
    })

    when:
    def made = Timetabling.make(task)
    def at = made.meetings().collectEntries { [it.project() + it.agency(), [it.slot(), it.table()]] }

    then: 'and the project with a locked table sits there all day'
    Sessions.faults(task, made) == []
    at.p2a2 == [3, 1]
    at.p1a1 == [2, 2]
    at.p2a1[1] == 1
    made.value() == 25
  }

  def "values are added up exactly, and a talk that is worth nothing takes what is free"() {
    given:
    def task = task(2, 1, ['p1'], ['a1', 'a2', 'a3'], [p1a1: 0.000001, p1a2: 0, p1a3: 0])

    when:
    def made = Timetabling.make(task)

    then:
    made.value() == 0.000001
    made.meetings().size() == 2
    made.unplaced()*.reason() == [Unplaced.Reason.PROJECT_CAP]
  }

  def "with fewer tables than projects no slot holds more than the tables, and few projects change"() {
    given: 'two projects whose agencies are there in the first half of the day, two in the second'
    def half = { id, slots -> Party.of(id, 4, slots) }
    def pairs = [['p1', 'p2'], ['a1', 'a2']].combinations() + [['p3', 'p4'], ['a3', 'a4']].combinations()
    def task = new TimetableTask(4, 2, ['p1', 'p2', 'p3', 'p4'].collect { half(it, []) },
        [half('a1', [3, 4]), half('a2', [3, 4]), half('a3', [1, 2]), half('a4', [1, 2])],
        pairs.collect { p, a -> Pair.of(p, a, 5) })

    when:
    def made = Timetabling.make(task)

    then: 'two share a table, one after the other'
    Sessions.faults(task, made) == []
    made.meetings().size() == 8
    changes(made) == 0
  }

  def "who is asked to hurry gives what there is, and says so"() {
    given:
    def task = Sessions.random(7, projects: 12, agencies: 12, slots: 8, tables: 12, away: 0.25, values: 1000)

    when:
    def made = Timetabling.make(task, { true })

    then:
    made.cut()
    Sessions.faults(task, made) == []
    !Timetabling.make(task).cut()
    made.value() <= Timetabling.make(task).value()
  }

  def "20 projects and 60 agencies in 8 slots"() {
    expect:
    (1..3).every { seed ->
      def open = Sessions.random(seed, projects: 20, agencies: 60, slots: 8, tables: 20, values: 1000)
      def made = Timetabling.make(open)
      assert Sessions.faults(open, made) == [] && made.value() == made.upperBound()
      def away = Sessions.random(seed, projects: 20, agencies: 60, slots: 8, tables: 20, away: 0.15, density: 0.5, values: 1000)
      def repaired = Timetabling.make(away)
      assert Sessions.faults(away, repaired) == [] && repaired.value() >= 0.9995 * repaired.upperBound()
      true
    }
  }

  @LongRun
  def "#projects projects and #agencies agencies in #slots slots at #tables tables, #away away: within #seconds s"() {
    given:
    def task = Sessions.random(11, projects: projects, agencies: agencies, slots: slots, tables: tables, density: density, away: away, values: 10000)

    when:
    def start = System.nanoTime()
    def made = Timetabling.make(task)
    def took = (System.nanoTime() - start) / 1e9
    println "timetable ${projects}×${agencies}×${slots}×${tables}, density $density, away $away: ${made.value()} of ${made.upperBound()} in ${took.round(2)} s"

    then:
    Sessions.faults(task, made) == []
    made.value() >= share * made.upperBound()
    took <= seconds

    where:
    projects | agencies | slots | tables | density | away || share  | seconds
    100      | 400      | 12    | 100    | 1.0d    | 0d   || 1      | 1.5
    100      | 400      | 12    | 100    | 1.0d    | 0.15 || 0.9995 | 5
    100      | 400      | 12    | 80     | 1.0d    | 0d   || 1      | 5
    441      | 600      | 20    | 441    | 0.1d    | 0d   || 1      | 30
    441      | 600      | 20    | 441    | 1.0d    | 0d   || 1      | 30
  }

  private static int changes(Timetable made) {
    made.meetings().groupBy { it.project() }.values().sum { its -> (1..<its.size()).count { its[it].table() != its[it - 1].table() } } as int
  }

  private static TimetableTask locked(int seed, TimetableTask task) {
    def pairs = task.pairs()
    for (int i = 0; i < pairs.size() && seed % 2 == 0; i++) {
      for (int slot = 1; slot <= task.slots(); slot++) {
        int at = i
        def lockedOne = task.withPairs(pairs.withIndex().collect { pair, n -> n == at ? pair.lockedAt(slot, null) : pair })
        if (TaskCheck.mistakes(lockedOne).empty) {
          return lockedOne
        }
      }
    }
    task
  }

  private static TimetableTask task(int slots, int tables, List<String> projects, List<String> agencies, Map<String, Number> values) {
    new TimetableTask(slots, tables, projects.collect { Party.of(it, slots, []) }, agencies.collect { Party.of(it, slots, []) },
        values.collect { key, value -> Pair.of(key[0..1], key[2..3], value as BigDecimal) })
  }
}
