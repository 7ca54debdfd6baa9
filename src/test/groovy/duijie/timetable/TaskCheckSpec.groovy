package duijie.timetable

import spock.lang.Specification

/** What keeps a session from being planned is named all at once, with where and how to mend it. */
class TaskCheckSpec extends Specification {

  def "#what is found"(String what, Map change, Map<String, String> found) {
    given:
    def given = [slots: 3, tables: 2, projects: [['p1', 3, []], ['p2', 3, [2]]], agencies: [['a1', 3, []], ['a2', 1, []]],
      pairs: [['p1', 'a1', 5, null], ['p2', 'a2', 4, null]]] + change
    def party = { id, most, away -> Party.of(id, most, away) }
    def task = new TimetableTask(given.slots, given.tables, given.projects.collect(party), given.agencies.collect(party),
        given.pairs.collect { p, a, value, lock -> new Pair(p, a, value as BigDecimal, lock ? new Pair.Lock(*(lock + [null])[0..1]) : null) })

    when:
    def mistakes = TaskCheck.mistakes(task)

    then:
    mistakes.collectEntries { [it.pointer(), it.code()] } == found
    mistakes.every { it.sentence() && it.english() && !it.english().contains('null') && !it.sentence().contains('null') }

    where:
    what                                         | change                                                             || found
    'nothing'                                    | [:]                                                                || [:]
    'no slots and no tables'                     | [slots: 0, tables: -1]                                             || ['/slots': 'out-of-range', '/tables': 'out-of-range']
    'a session without end'                      | [slots: 2000000000]                                                || ['/slots': 'out-of-range']
    'an id twice'                                | [projects: [['p1', 3, []], ['p2', 3, []], ['p1', 3, []]]]          || ['/projects/2/id': 'duplicate-id']
    'a negative cap'                             | [agencies: [['a1', -1, []], ['a2', 1, []]]]                        || ['/agencies/0/maxMeetings': 'negative-cap']
    'an absence in no slot'                      | [agencies: [['a1', 1, [4]], ['a2', 1, [0]]]]                       || ['/agencies/0/unavailable': 'no-such-slot', '/agencies/1/unavailable': 'no-such-slot']
    'strangers'                                  | [pairs: [['p9', 'a8', 5, null]]]                                   || ['/pairs/0/project': 'unknown-project', '/pairs/0/agency': 'unknown-agency']
    'a pair twice'                               | [pairs: [['p1', 'a1', 5, null], ['p1', 'a1', 6, null]]]            || ['/pairs/1': 'duplicate-pair']
    'a negative value, and one without end'      | [pairs: [['p1', 'a1', -1, null], ['p1', 'a2', 1e300, null]]]       || ['/pairs/0/value': 'bad-value', '/pairs/1/value': 'bad-value']
    'values too fine for an exact sum'           | [pairs: [['p1', 'a1', 999999999, null], ['p1', 'a2', 999999999, null], ['p2', 'a1', 0.000000001, null]]] || ['/pairs': 'values-too-fine']
    'a lock in no slot and one at no table'      | [pairs: [['p1', 'a1', 5, [4]], ['p2', 'a2', 5, [1, 3]]]]           || ['/pairs/0/locked/slot': 'no-such-slot', '/pairs/1/locked/table': 'no-such-table']
    'a lock while one is away'                   | [pairs: [['p2', 'a1', 5, [2]]]]                                    || ['/pairs/0/locked/slot': 'locked-while-away']
    'a project locked twice at once'             | [pairs: [['p1', 'a1', 5, [1]], ['p1', 'a2', 5, [1]]]]              || ['/pairs/1/locked/slot': 'locked-twice']
    'an agency locked twice at once'             | [pairs: [['p1', 'a1', 5, [1]], ['p2', 'a1', 5, [1]]]]              || ['/pairs/1/locked/slot': 'locked-twice']
    'more locks than an agency takes'            | [pairs: [['p1', 'a2', 5, [1]], ['p2', 'a2', 5, [3]]]]              || ['/pairs/1/locked': 'locked-over-cap']
    'a project with a table of its own at two'   | [pairs: [['p1', 'a1', 5, [1, 1]], ['p1', 'a2', 5, [2, 2]]]]        || ['/pairs/1/locked/table': 'table-not-its-own']
    'two projects at one table, though not at once' | [pairs: [['p1', 'a1', 5, [1, 1]], ['p2', 'a1', 5, [3, 1]]]]     || ['/pairs/1/locked/table': 'table-not-its-own']
    'more locks in a slot than tables'           | [tables: 1, pairs: [['p1', 'a1', 5, [1]], ['p2', 'a2', 5, [1]]]]   || ['/pairs/1/locked/slot': 'locked-over-tables']
    'a table locked twice at once'               | [tables: 2, projects: [['p1', 3, []], ['p2', 3, []], ['p3', 3, []]], pairs: [['p1', 'a1', 5, [1, 1]], ['p2', 'a2', 5, [1, 1]]]] || ['/pairs/1/locked/table': 'locked-twice']
  }

  def "a project may change tables by locks where there are too few for all"() {
    given:
    def task = new TimetableTask(2, 2, ['p1', 'p2', 'p3'].collect { Party.of(it, 2, []) }, ['a1', 'a2'].collect { Party.of(it, 2, []) },
        [Pair.of('p1', 'a1', 1).lockedAt(1, 1), Pair.of('p1', 'a2', 1).lockedAt(2, 2), Pair.of('p2', 'a1', 1), Pair.of('p3', 'a2', 1)])

    expect:
    TaskCheck.mistakes(task) == []
    Sessions.faults(task, Timetabling.make(task)) == []
  }

  def "a task with mistakes is not planned"() {
    when:
    Timetabling.make(new TimetableTask(0, 1, [], [], []))

    then:
    thrown(IllegalArgumentException)
  }
}
