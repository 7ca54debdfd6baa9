package duijie.projects.web;

import duijie.calendar.Answer;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Addresses;
import duijie.pages.Words;
import duijie.projects.Answering;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.projects.Question;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes questions as pages show them. */
@Singleton
final class QuestionViews {

  private final Projects projects;
  private final Answering answering;
  private final Clock clock;

  QuestionViews(Projects projects, Answering answering, Clock clock) {
    this.projects = projects;
    this.answering = answering;
    this.clock = clock;
  }

  QuestionView view(Question question) {
    return views(List.of(question)).getFirst();
  }

  List<QuestionView> views(Collection<Question> questions) {
    var about = questions.stream().map(Question::project).distinct().toList();
    var names =
        projects.findAll(about).stream()
            .collect(Collectors.toMap(Project::id, Function.identity()));
    return questions.stream().map(q -> view(q, names.get(q.project()))).toList();
  }

  private QuestionView view(Question question, @Nullable Project project) {
    var answer = question.answer();
    var due =
        answer == null && answering.due(question) instanceof Answer.Known<LocalDate>(LocalDate day)
            ? day
            : null;
    var corrected = answer == null ? null : answer.correctedAt();
    return new QuestionView(
        QuestionsController.PATH + "/" + question.id(),
        project == null ? question.project().value() : project.name(),
        "/projects/" + Addresses.encode(question.project().value()),
        question.text(),
        minute(question.askedAt()),
        answer == null ? null : answer.text(),
        answer == null ? null : minute(answer.at()),
        corrected == null ? null : minute(corrected),
        due == null ? null : due.toString(),
        due != null && LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).isAfter(due));
  }

  private static String minute(Instant at) {
    return Words.minute(LocalDateTime.ofInstant(at, WorkingCalendar.ZONE));
  }
}
