package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Addresses;
import duijie.pages.Visitor;
import duijie.pages.Words;
import duijie.projects.Announcing;
import duijie.projects.Answering;
import duijie.projects.Followings;
import duijie.projects.Notice;
import duijie.projects.Notices;
import duijie.projects.Project;
import duijie.projects.Question;
import duijie.projects.Questions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what was told about a project; ways to reach a person are left out for the public. */
@Singleton
final class ProjectStories {

  private final Notices notices;
  private final Questions questions;
  private final Answering answering;
  private final Followings followings;

  ProjectStories(Notices notices, Questions questions, Answering answering, Followings followings) {
    this.notices = notices;
    this.questions = questions;
    this.answering = answering;
    this.followings = followings;
  }

  ProjectStory of(Project project, Visitor visitor) {
    var all = notices.of(project.id());
    var clauses =
        Announcing.latest(all).stream()
            .flatMap(notice -> notice.clauses().entrySet().stream())
            .map(c -> new ProjectStory.Clause(c.getKey(), shown(c.getValue())))
            .toList();
    boolean asks = visitor.may(Deed.ASK_ABOUT_PROJECT) && answering.open(project);
    return new ProjectStory(
        clauses,
        all.stream().map(ProjectStories::link).toList(),
        questions.about(project.id()).stream().flatMap(ProjectStories::asked).toList(),
        !all.isEmpty(),
        asks ? "/questions/new?project=" + Addresses.encode(project.id().value()) : null,
        follow(project, visitor));
  }

  private ProjectStory.@Nullable Follow follow(Project project, Visitor visitor) {
    var account = visitor.account();
    return account == null
        ? null
        : new ProjectStory.Follow(
            project.id().value(), followings.of(account.id()).contains(project.id()));
  }

  private static ProjectStory.NoticeLink link(Notice notice) {
    return new ProjectStory.NoticeLink(
        "/notices/" + notice.id(),
        notice.kind().label(),
        minute(notice.publishedAt()),
        notice.reason().isEmpty() ? null : shown(notice.reason()));
  }

  private static Stream<ProjectStory.Asked> asked(Question question) {
    var answer = question.answer();
    if (answer == null) {
      return Stream.empty();
    }
    var corrected = answer.correctedAt();
    return Stream.of(
        new ProjectStory.Asked(
            Words.contactsHidden(question.text()),
            Words.contactsHidden(answer.text()),
            minute(answer.at()),
            corrected == null ? null : minute(corrected)));
  }

  private static String shown(String text) {
    return Objects.requireNonNull(Words.withoutContacts(text));
  }

  private static String minute(Instant at) {
    return Words.minute(LocalDateTime.ofInstant(at, WorkingCalendar.ZONE));
  }
}
