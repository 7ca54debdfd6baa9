package duijie.house

import duijie.agencies.Agency
import duijie.imports.Import
import duijie.projects.Project
import duijie.projects.Publication
import duijie.projects.Step as ProjectStep
import duijie.sessions.Intent
import duijie.sessions.PlannedMeeting
import duijie.sessions.Session
import duijie.sessions.Examples as Sessions
import duijie.sheets.Examples
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class StatesSpec extends Specification {

  static final Path DIAGRAM = Path.of(System.getProperty('project.dir', '.'), 'docs/states.md')

  def "the diagrams in the documents are drawn from the code"() {
    given:
    def drawn = (['# States', '', 'Drawn from the code by a spec.'] + agencies() + imports() + publications() + projects() + sessions() + meetings() + intents() + ['']).join('\n')
    if (System.getProperty('format') == 'write') {
      Files.writeString(DIAGRAM, drawn)
    }

    expect: 'mvn test -Dtest=StatesSpec -Dformat=write draws them anew'
    Files.readString(DIAGRAM) == drawn
  }

  private static List<String> agencies() {
    diagram('Agency 社工机构', Agency.State.values() as List, ['DRAFT']) { from ->
      duijie.agencies.Step.values().collectEntries { step ->
        def moved = Examples.agency(state: from).move(step)
        [step, moved instanceof Agency.Moved.On ? moved.agency().state() : null]
      }
    }
  }

  private static List<String> imports() {
    diagram('Import 导入', Import.State.values() as List, ['UPLOADED']) { from ->
      from.next().sort().collectEntries { to -> [new Expando(label: { '' }, toString: { '' }), to] }
    }
  }

  private static List<String> publications() {
    def labels = [EDIT: '修改', SUBMIT: '提交审批', RETURN: '退回', PUBLISH: '发布', CANCEL: '作废']
    diagram('Publication 项目发布', Publication.Stage.values() as List, ['DRAFT']) { from ->
      Publication.Step.values().collectEntries { step ->
        [new Expando(label: { labels[step.name()] }, toString: { step.name() }), Examples.publication(stage: from).after(step, 'why').map { it.stage() }.orElse(null)]
      }
    }
  }

  private static List<String> projects() {
    def known = [Project.State.INTENTION, Project.State.PUBLISHED, Project.State.MATCHING, Project.State.PROCURING, Project.State.CANCELLED]
    diagram('Project 采购项目, once everybody can read it', known, ['INTENTION', 'PUBLISHED']) { from ->
      ProjectStep.values().collectEntries { step -> [step, Examples.project(state: from).move(step).map { it.state() }.orElse(null)] }
    }
  }

  private static List<String> sessions() {
    diagram('Session 对接会', Session.State.values() as List, ['DRAFT']) { from ->
      duijie.sessions.Step.values().collectEntries { step -> [step, Sessions.session(state: from).move(step).map { it.state() }.orElse(null)] }
    }
  }

  private static List<String> meetings() {
    diagram('Meeting 洽谈', PlannedMeeting.State.values() as List, ['UNSCHEDULED', 'SCHEDULED']) { from ->
      from.next().sort().collectEntries { to -> [new Expando(label: { '' }, toString: { '' }), to] }
    }
  }

  private static List<String> intents() {
    diagram('Intent 意向', Intent.State.values() as List, ['OPEN']) { from ->
      Intent.Step.values().collectEntries { step -> [step, Sessions.intent(state: from).after(step).map { it.state() }.orElse(null)] }
    }
  }

  private static List<String> diagram(String title, List<? extends Enum> states, List<String> first, Closure<Map> ways) {
    def arrows = states.collectMany { from ->
      ways(from).findAll { it.value }.collect { step, to -> "  $from --> $to${step.label() ? ": ${step.label()} $step" : ''}".toString() }
    }
    ['', "## $title".toString(), '', '```mermaid', 'stateDiagram-v2'] +
        states.collect { "  ${it.name()}: ${it.label()} ${it.name()}".toString() } + first.collect { "  [*] --> $it".toString() } + arrows + ['```']
  }
}
