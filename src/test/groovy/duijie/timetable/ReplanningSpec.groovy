package duijie.timetable

import spock.lang.Specification

/** On the day: somebody does not come, and as little as possible changes. */
class ReplanningSpec extends Specification {

  def "a no-show leaves everybody else where they are, and standby pairs fill the gaps"() {
    given: 'a session in which an agency does not come, noticed in the second slot'
    def task = Sessions.random(seed, projects: 8, agencies: 14, slots: 6, tables: tables, away: away, cap: 5, values: 1000)
    def planned = Timetabling.make(task)
    def running = planned.meetings().findAll { it.slot() <= 2 } as Set
    def absent = planned.meetings().find { it.slot() > 2 }.agency()

    when: 'slots that are over take nobody new'
    def now = Replanning.without(task, task.projects()*.id() as Set, task.agencies()*.id() as Set, 1).with { closed ->
      def over = { Party party -> new Party(party.id(), party.maxMeetings(), (party.unavailable() + [1, 2]) as TreeSet) }
      new TimetableTask(task.slots(), task.tables(), task.projects().collect(over), task.agencies().collect(over), task.pairs())
    }
    def replanned = Replanning.replan(Replanning.without(now, [] as Set, [absent] as Set, 3), planned.meetings(), running)

    then: 'everything but the talks of the absent stands as it was'
    def lost = planned.meetings().findAll { it.agency() == absent && it.slot() > 2 }
    replanned.meetings().containsAll(planned.meetings() - lost)
    replanned.meetings().every { it.agency() != absent || running.contains(it) }

    and: 'what is new was on nobody\'s sheet before, and breaks nothing'
    def added = replanned.meetings() - planned.meetings()
    added.every { it.slot() > 2 }
    Conflicts.in(task, replanned.meetings()) == []

    and: 'no standby pair that could still be placed is left out'
    def busy = replanned.meetings().collectMany { [[it.project(), it.slot()], [it.agency(), it.slot()]] } as Set
    replanned.unplaced().findAll { it.reason() == Unplaced.Reason.TABLES_FULL }.every { out ->
      (3..6).every { slot -> busy.contains([out.project(), slot]) || busy.contains([out.agency(), slot]) || replanned.meetings().count { it.slot() == slot } == tables || [out.project(), out.agency()].any { id -> (task.projects() + task.agencies()).find { it.id() == id }.unavailable().contains(slot) } }
    }

    where:
    [seed, tables, away] << [1..12, [8, 5], [0.0d, 0.2d]].combinations()
  }

  def "a talk that has to move is placed anew before any standby pair, even a better one"() {
    given: 'p1 cannot come to the first slot any more, and p2 has just the one slot left that it needs'
    def pairs = [Pair.of('p1', 'a1', 2.0), Pair.of('p1', 'a2', 9.0)]
    def task = new TimetableTask(2, 1, [Party.of('p1', 1, [1])], [Party.of('a1', 1, []), Party.of('a2', 1, [])], pairs)

    when:
    def replanned = Replanning.replan(task, [new Meeting('p1', 'a1', 1, 1, 2.0)], [] as Set)

    then:
    replanned.meetings() == [new Meeting('p1', 'a1', 2, 1, 2.0)]
    replanned.unplaced()*.agency() == ['a2']
  }

  def "a running talk stays even if one of both is marked absent, and locks of the task hold"() {
    given:
    def task = new TimetableTask(2, 2, [Party.of('p1', 2, [])], [Party.of('a1', 2, []), Party.of('a2', 2, [])],
        [Pair.of('p1', 'a1', 1.0), Pair.of('p1', 'a2', 3.0).lockedAt(2, 2)])
    def running = new Meeting('p1', 'a1', 1, 2, 1.0)

    expect:
    Replanning.replan(Replanning.without(task, [] as Set, ['a1'] as Set, 1), [running], [running] as Set).meetings() ==
        [running, new Meeting('p1', 'a2', 2, 2, 3.0)]
  }
}
