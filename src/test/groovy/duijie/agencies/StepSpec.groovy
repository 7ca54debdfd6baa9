package duijie.agencies

import duijie.agencies.Agency.Moved
import duijie.sheets.Examples
import spock.lang.Specification

class StepSpec extends Specification {

  def "an agency that is #from may #steps, and nothing else"() {
    given:
    def agency = Examples.agency(state: from)

    expect:
    Step.values().findAll { agency.move(it) instanceof Moved.On } as Set == steps as Set

    where:
    from                      || steps
    Agency.State.DRAFT        || [Step.SUBMIT]
    Agency.State.SUBMITTED    || [Step.PASS, Step.RETURN]
    Agency.State.RETURNED     || [Step.SUBMIT]
    Agency.State.VERIFIED     || [Step.SUSPEND, Step.DEREGISTER]
    Agency.State.SUSPENDED    || [Step.RESUME, Step.DEREGISTER]
    Agency.State.DEREGISTERED || []
  }

  def "a step changes the state and nothing else"() {
    given:
    def agency = Examples.agency(state: Agency.State.SUBMITTED)

    expect:
    (agency.move(Step.PASS) as Moved.On).agency() == Examples.agency(state: Agency.State.VERIFIED)
  }

  def "a step that cannot be taken says why"() {
    expect:
    (Examples.agency(state: Agency.State.DEREGISTERED).move(Step.RESUME) as Moved.Refused).sentence() == '机构现在的状态是“注销”，不能恢复。'
  }
}
