package duijie.agencies

import duijie.agencies.Declaration.Part
import duijie.agencies.Declaration.Progress
import duijie.agencies.Declaration.State
import spock.lang.Specification

class DeclarationSpec extends Specification {

  static final Answers SOME = new Answers([(Column.NAME): ['某社工']])

  def "a section that is #what is #progress"() {
    expect:
    declaration([BASIC: part]).progress(Section.BASIC) == progress

    where:
    what                           | part                            || progress
    'untouched'                    | new Part(0, false, Answers.NONE, null) || Progress.TO_FILL
    'begun'                        | new Part(1, false, SOME, null)  || Progress.IN_PROGRESS
    'known from before'            | new Part(0, false, SOME, null)  || Progress.IN_PROGRESS
    'complete'                     | new Part(1, true, SOME, null)   || Progress.DONE
    'returned'                     | new Part(1, false, SOME, '看不清') || Progress.IN_PROGRESS
    'returned and complete again'  | new Part(2, true, SOME, '看不清')  || Progress.DONE
    'complete with nothing to say' | new Part(1, true, Answers.NONE, null) || Progress.DONE
  }

  def "nobody declares their credit before they have said who they are"() {
    expect:
    declaration([:]).progress(Section.CREDIT) == Progress.CANNOT_START
    declaration([BASIC: new Part(1, true, SOME, null)]).progress(Section.CREDIT) == Progress.TO_FILL
  }

  def "it can be submitted when all sections are complete: #done of them are #submission"() {
    given:
    def parts = Section.values().take(done).collectEntries { [it.name(), new Part(1, true, SOME, null)] }

    expect:
    declaration(parts).submission() == submission

    where:
    done                    || submission
    0                       || Progress.CANNOT_START
    Section.values().size() - 1 || Progress.CANNOT_START
    Section.values().size() || Progress.TO_FILL
  }

  private static Declaration declaration(Map<String, Part> parts) {
    new Declaration(new Agency.Id('A'), State.OPEN, null, null, null, null, null, parts.collectEntries { [Section.valueOf(it.key as String), it.value] })
  }
}
