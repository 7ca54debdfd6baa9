package duijie.projects.web;

import java.util.List;

/**
 * The questions that concern a visitor's organisation.
 *
 * @param asking whether it asks them; else it is asked
 */
public record QuestionsPage(boolean asking, List<QuestionView> questions) {

  /** How many of them wait for an answer. */
  public long waiting() {
    return questions.stream().filter(question -> question.answer() == null).count();
  }
}
