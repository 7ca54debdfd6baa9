package duijie.timetable

import spock.lang.Specification

/** Somebody moves a talk by hand and is told what that breaks. */
class ConflictsSpec extends Specification {

  static final TASK = new TimetableTask(3, 2, [Party.of('p1', 2, [3]), Party.of('p2', 3, [])], [Party.of('a1', 3, []), Party.of('a2', 1, [1])],
    [Pair.of('p1', 'a1', 5), Pair.of('p2', 'a2', 4), Pair.of('p2', 'a1', 4).lockedAt(2, 2)])

  static final Meeting LOCKED = new Meeting('p2', 'a1', 2, 2, 4)

  def "#situation: #kinds"(String situation, List<List> meetings, List<String> kinds) {
    when:
    def conflicts = Conflicts.in(TASK, [LOCKED] + meetings.collect { new Meeting(it[0], it[1], it[2], it[3], 1) })

    then:
    conflicts*.kind()*.code().sort() == kinds.sort()
    conflicts.every { it.kind().sentence() }

    where:
    situation                      | meetings                                     || kinds
    'all is well'                  | [['p1', 'a1', 1, 1], ['p2', 'a2', 3, 2]]     || []
    'an agency in two places'      | [['p1', 'a1', 2, 1]]                         || ['agency-twice']
    'a project at two tables'      | [['p2', 'a2', 2, 1]]                         || ['project-twice']
    'two at one table'             | [['p1', 'a1', 1, 1], ['p2', 'a2', 1, 1]]     || ['table-twice', 'agency-away']
    'a project that has left'      | [['p1', 'a1', 3, 1]]                         || ['project-away']
    'a place that is not there'    | [['p2', 'a2', 4, 3]]                         || ['no-such-place']
    'nobody asked for it'          | [['p1', 'a2', 2, 1]]                         || ['no-pair']
    'the same talk twice'          | [['p1', 'a1', 1, 1], ['p1', 'a1', 3, 1]]     || ['pair-twice', 'project-away']
    'too many for an agency'       | [['p2', 'a2', 3, 1], ['p1', 'a2', 2, 1]]     || ['agency-over-cap', 'no-pair']
  }

  def "a locked talk that was moved is named"() {
    expect:
    Conflicts.in(TASK, [new Meeting('p2', 'a1', 2, 1, 4)])*.kind() == [Conflict.Kind.LOCK_BROKEN]
    Conflicts.in(TASK, [])*.kind() == [Conflict.Kind.LOCK_BROKEN]
  }
}
