package duijie.shared

import java.time.LocalDate
import spock.lang.Specification

/** Evaluation grades and dates of which not everything is known. */
class SmallValuesSpec extends Specification {

  def "grade #label is level #level"(int level, String label) {
    expect:
    EvaluationGrade.ofLevel(level).label() == label
    EvaluationGrade.ofLevel(level).level() == level

    where:
    level || label
    1     || '1A'
    3     || '3A'
    5     || '5A'
  }

  def "there is no grade of level #level"(int level) {
    when:
    EvaluationGrade.ofLevel(level)

    then:
    thrown(IllegalArgumentException)

    where:
    level << [0, 6, -1]
  }

  def "a date shows as much as is known: #shown"(int year, Integer month, Integer day, String shown) {
    expect:
    new PartialDate(year, month, day).toString() == shown

    where:
    year | month | day  || shown
    2012 | null  | null || '2012'
    2012 | 2     | null || '2012-02'
    2012 | 2     | 29   || '2012-02-29'
  }

  def "#year-#month-#day is no date"(int year, Integer month, Integer day) {
    when:
    new PartialDate(year, month, day)

    then:
    thrown(RuntimeException)

    where:
    year | month | day
    2011 | 2     | 29
    2012 | 13    | null
    2012 | null  | 3
    2012 | 0     | 1
  }

  def "a whole date is a date of which all is known"() {
    expect:
    PartialDate.of(LocalDate.of(2026, 3, 1)) == new PartialDate(2026, 3, 1)
  }
}
