package duijie.projects

import duijie.projects.Publication.Stage
import duijie.projects.Publication.Step
import duijie.sheets.Examples
import spock.lang.Specification

class PublicationSpec extends Specification {

  static final Map<Stage, Map<Step, Stage>> WAYS = [
      (Stage.DRAFT)    : [(Step.EDIT): Stage.DRAFT, (Step.SUBMIT): Stage.SUBMITTED, (Step.CANCEL): Stage.CANCELLED],
      (Stage.SUBMITTED): [(Step.RETURN): Stage.RETURNED, (Step.PUBLISH): Stage.PUBLISHED, (Step.CANCEL): Stage.CANCELLED],
      (Stage.RETURNED) : [(Step.EDIT): Stage.RETURNED, (Step.SUBMIT): Stage.SUBMITTED, (Step.CANCEL): Stage.CANCELLED],
      (Stage.PUBLISHED): [:],
      (Stage.CANCELLED): [:],
  ]

  def "from #stage, #step leads to #to"() {
    given:
    def publication = publication(stage)

    expect:
    publication.after(step, 'why').map { it.stage() }.orElse(null) == to
    publication.after(step, 'why').stream().toList().every { it.version() == publication.version() + 1 && it.typed() == publication.typed() }

    where:
    [stage, step] << [Stage.values() as List, Step.values() as List].combinations()
    to = WAYS[stage][step]
  }

  def "what was submitted is not rewritten under the head's eyes"() {
    expect:
    publication(Stage.SUBMITTED).saying(said([(Column.NAME): '别的'], [:])).isEmpty()
    publication(Stage.RETURNED).saying(said([(Column.NAME): '别的'], [:])).get().typed() == [(Column.NAME): '别的']
  }

  def "blank fields are as good as none"() {
    expect:
    publication(Stage.DRAFT).says(said([(Column.NAME): ' 某项目 ', (Column.NEED): '  '], ['资格条件': '']))
  }

  private static Publication.Content said(Map<Column, String> typed, Map<String, String> clauses) {
    new Publication.Content(Publication.Purpose.CALL, typed, clauses)
  }

  private static Publication publication(Stage stage) {
    Examples.publication(stage: stage)
  }
}
