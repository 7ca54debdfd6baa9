package duijie.projects.jdbc;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.projects.Project;
import duijie.projects.Question;
import duijie.projects.Questions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Questions in PostgreSQL. */
@Singleton
class JdbcQuestions implements Questions {

  private final QuestionRows rows;

  JdbcQuestions(QuestionRows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public Optional<Question> find(Question.Id id) {
    return rows.findById(id.value()).map(JdbcQuestions::question);
  }

  @Override
  @Transactional
  public List<Question> about(Project.Id project) {
    return questions(rows.findByProjectOrderByAskedAt(project.value()));
  }

  @Override
  @Transactional
  public List<Question> askedBy(Organisation.Id asker) {
    return questions(rows.findByAskerOrderByAskedAtDesc(asker.value()));
  }

  @Override
  @Transactional
  public List<Question> askedOf(Organisation.Id owner) {
    return questions(rows.askedOf(owner.value()));
  }

  @Override
  @Transactional
  public void add(Question question) {
    rows.add(row(question));
  }

  @Override
  @Transactional
  public boolean replace(Question question) {
    var row = row(question);
    // Of a whole row the framework would count what it was given and not what was stored.
    return rows.replace(row.id(), row.answer(), row.answeredAt(), row.correctedAt(), row.version())
        == 1;
  }

  private static List<Question> questions(List<QuestionRow> rows) {
    return rows.stream().map(JdbcQuestions::question).toList();
  }

  private static QuestionRow row(Question question) {
    var answer = question.answer();
    return new QuestionRow(
        question.id().value(),
        question.project().value(),
        question.asker().value(),
        question.by().value(),
        question.text(),
        question.askedAt(),
        answer == null ? null : answer.text(),
        answer == null ? null : answer.at(),
        answer == null ? null : answer.correctedAt(),
        question.version());
  }

  private static Question question(QuestionRow row) {
    var text = row.answer();
    var at = row.answeredAt();
    return new Question(
        new Question.Id(row.id()),
        new Project.Id(row.project()),
        new Organisation.Id(row.asker()),
        new Account.Id(row.askedBy()),
        row.text(),
        row.askedAt(),
        text == null || at == null ? null : new Question.Answer(text, at, row.correctedAt()),
        row.version());
  }
}
