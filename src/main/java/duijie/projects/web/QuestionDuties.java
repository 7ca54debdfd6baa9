package duijie.projects.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.audit.Entry;
import duijie.pages.Duties;
import duijie.pages.RecordNames;
import duijie.projects.Answering;
import duijie.projects.Question;
import duijie.projects.Questions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Questions that wait for their answer. */
@Singleton
final class QuestionDuties implements Duties, RecordNames {

  private final Questions questions;
  private final QuestionViews views;
  private final Answering answering;

  QuestionDuties(Questions questions, QuestionViews views, Answering answering) {
    this.questions = questions;
    this.views = views;
    this.answering = answering;
  }

  @Override
  public List<Duty> of(Account who) {
    var owner = who.organisation().id();
    return Access.allows(who, Deed.ANSWER_QUESTIONS, owner)
        ? List.of(
            new Duty(
                "答复提问",
                QuestionsController.PATH,
                () -> waiting(owner).size(),
                most ->
                    views.views(waiting(owner).stream().limit(most).toList()).stream()
                        .map(QuestionDuties::item)
                        .toList()))
        : List.of();
  }

  @Override
  public Optional<Named> name(Entry.Subject subject, Account who) {
    return subject.kind().equals("question")
        ? QuestionOwner.id(subject.id())
            .flatMap(questions::find)
            .map(q -> new Named(views.view(q).project(), visible(q, who) ? path(q) : null))
        : Optional.empty();
  }

  private boolean visible(Question question, Account who) {
    return question.answered()
        || question.asker().equals(who.organisation().id())
        || answering
            .owner(question.project())
            .filter(owner -> Access.allows(who, Deed.ANSWER_QUESTIONS, owner))
            .isPresent();
  }

  private List<Question> waiting(Organisation.Id owner) {
    return questions.askedOf(owner).stream().filter(q -> !q.answered()).toList();
  }

  private static Item item(QuestionView question) {
    var due = question.due();
    return new Item(
        question.project(),
        question.href(),
        due == null ? "待答复" : "答复期限 " + due + (question.overdue() ? "，已超期" : ""));
  }

  private static String path(Question question) {
    return QuestionsController.PATH + "/" + question.id();
  }
}
