package duijie.agencies

import duijie.agencies.Agency.Moved
import duijie.imports.Import
import duijie.sheets.Examples
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class StepSpec extends Specification {

  static final Path DIAGRAM = Path.of(System.getProperty('project.dir', '.'), 'docs/states.md')

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

  def "the diagram in the documents is drawn from the code"() {
    given:
    def drawn = diagram()
    if (System.getProperty('format') == 'write') {
      Files.writeString(DIAGRAM, drawn)
    }

    expect: 'mvn test -Dtest=StepSpec -Dformat=write draws it anew'
    Files.readString(DIAGRAM) == drawn
  }

  private static String diagram() {
    def arrows = Agency.State.values().collectMany { from ->
      Step.values().collectMany { step ->
        def moved = Examples.agency(state: from).move(step)
        moved instanceof Moved.On ? ["  $from --> ${moved.agency().state()}: ${step.label()} $step".toString()] : []
      }
    }
    def names = Agency.State.values().collect { "  $it: ${it.label()} $it".toString() }
    def imported = Import.State.values().collect { "  $it: ${it.label()} $it".toString() } + ['  [*] --> UPLOADED'] +
        Import.State.values().collectMany { from -> Import.State.values().findAll { from.next().contains(it) }.collect { "  $from --> $it".toString() } }
    (['# States', '', 'Drawn from the code by a spec.', '', '## Agency 社工机构', '', '```mermaid', 'stateDiagram-v2'] + names + ['  [*] --> DRAFT'] + arrows + ['```', '', '## Import 导入', '', '```mermaid', 'stateDiagram-v2'] + imported + ['```', '']).join('\n')
  }
}
