package duijie.projects

import duijie.sheets.Examples
import java.time.LocalDate
import java.time.LocalDateTime
import spock.lang.Specification

class OpenProjectSpec extends Specification {

  static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 10, 0)

  def "a project #what is #answer for an agency"() {
    expect:
    Examples.project(state: state, respondBy: deadline, publishedOn: published).openAt(NOW) == open

    where:
    what                                           | state                     | deadline             | published                  || open
    'whose deadline is ahead'                      | Project.State.PUBLISHED   | NOW.plusMinutes(1)   | LocalDate.of(2020, 1, 1)   || true
    'whose deadline is this moment'                | Project.State.MATCHING    | NOW                  | LocalDate.of(2026, 11, 20) || false
    'whose deadline is over'                       | Project.State.MATCHING    | NOW.minusMinutes(1)  | LocalDate.of(2026, 11, 20) || false
    'without a deadline, published a year ago'     | Project.State.INTENTION   | null                 | LocalDate.of(2025, 11, 24) || true
    'without a deadline, published earlier'        | Project.State.INTENTION   | null                 | LocalDate.of(2025, 11, 23) || false
    'without a deadline, published in 2014'        | Project.State.PUBLISHED   | null                 | LocalDate.of(2014, 1, 10)  || false
    'of no known day'                              | Project.State.PUBLISHED   | null                 | null                       || false
    'being bought'                                 | Project.State.PROCURING   | NOW.plusDays(3)      | LocalDate.of(2026, 11, 20) || false
    'that failed'                                  | Project.State.FAILED      | NOW.plusDays(3)      | LocalDate.of(2026, 11, 20) || false
    'still a draft'                                | Project.State.DRAFT       | NOW.plusDays(3)      | LocalDate.of(2026, 11, 20) || false

    answer = open ? 'looking' : 'not looking'
  }
}
