package duijie.projects;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.calendar.Answer;
import duijie.calendar.Calendars;
import duijie.calendar.WorkingCalendar;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about projects, and their answers. */
@Singleton
public class Answering {

  /** The longest question or answer, in characters. */
  public static final int LONGEST = 2000;

  /** Working days within which a buyer answers 询问 (政府采购法实施条例 art. 52). */
  private static final int WORKING_DAYS = 3;

  private final Questions questions;
  private final Notices notices;
  private final Projects projects;
  private final List<ProjectNews> listeners;
  private final Calendars calendars;
  private final AuditTrail trail;
  private final Clock clock;

  Answering(
      Questions questions,
      Notices notices,
      Projects projects,
      List<ProjectNews> listeners,
      Calendars calendars,
      AuditTrail trail,
      Clock clock) {
    this.questions = questions;
    this.notices = notices;
    this.projects = projects;
    this.listeners = List.copyOf(listeners);
    this.calendars = calendars;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of asking or answering. */
  public sealed interface Outcome {

    /** It is stored. */
    record Done(Question now) implements Outcome {}

    /** Somebody else answered meanwhile. */
    record Overtaken(Question now) implements Outcome {}

    /** It is not. */
    record Refused(String sentence) implements Outcome {}
  }

  /** Whether somebody is there to answer, and there is still time to ask. */
  public boolean open(Project project) {
    var now = LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    return project.openAt(now) && owner(project.id()).isPresent();
  }

  /** Whose project it is; empty where it was not published here. */
  public Optional<Organisation.Id> owner(Project.Id project) {
    return notices.of(project).stream().map(Notice::owner).findFirst();
  }

  /** The same of several: those that were published here. */
  public Map<Project.Id, Organisation.Id> owners(Collection<Project.Id> projects) {
    return notices.owners(projects);
  }

  /**
   * Asks.
   *
   * @param id random, chosen when the form is first shown
   */
  @Transactional
  public Outcome ask(Question.Id id, Project.Id project, Account by, String text, Caller caller) {
    var known = questions.find(id);
    if (known.isPresent()) {
      return known.get().asker().equals(by.organisation().id())
          ? new Outcome.Done(known.get())
          : new Outcome.Refused("这一页已经过期，请重新打开再提问。");
    }
    var faulty = faulty(text, "问题");
    if (faulty.isPresent()) {
      return new Outcome.Refused(faulty.get());
    }
    var about = projects.find(project);
    if (about.isEmpty() || !open(about.get())) {
      return new Outcome.Refused("这个项目现在不接受提问：可能已经截止或者终止，或者不是在本平台发布的。");
    }
    var question =
        new Question(
            id, project, by.organisation().id(), by.id(), text.strip(), clock.instant(), null, 1);
    questions.add(question);
    trail.record(Entry.added(caller, "ASK_ABOUT_PROJECT", subject(question), snapshot(question)));
    listeners.forEach(listener -> listener.asked(question, about.get()));
    return new Outcome.Done(question);
  }

  /** Answers, or corrects an answer; everybody reads it from now on. */
  @Transactional
  public Outcome answer(Question.Id id, int version, String text, Caller caller) {
    var before = questions.find(id).orElseThrow();
    var said = before.answer();
    if (said != null && said.text().equals(text.strip())) {
      return new Outcome.Done(before);
    }
    var faulty = faulty(text, "答复");
    if (faulty.isPresent()) {
      return new Outcome.Refused(faulty.get());
    }
    var after = before.answered(text.strip(), clock.instant());
    if (before.version() != version || !questions.replace(after)) {
      return new Outcome.Overtaken(questions.find(id).orElseThrow());
    }
    trail.record(
        Entry.changed(
            caller, "ANSWER_QUESTION", subject(before), snapshot(before), snapshot(after)));
    var project = projects.find(before.project()).orElseThrow();
    listeners.forEach(listener -> listener.answered(after, project));
    return new Outcome.Done(after);
  }

  /** The last day to answer a question; not known where its year's days off are not. */
  public Answer<LocalDate> due(Question question) {
    var asked = LocalDate.ofInstant(question.askedAt(), WorkingCalendar.ZONE);
    return calendars.current().plusWorkingDays(asked, WORKING_DAYS);
  }

  private static Optional<String> faulty(String text, String what) {
    if (text.isBlank()) {
      return Optional.of("请写" + what + "。");
    }
    int length = text.strip().codePointCount(0, text.strip().length());
    return length > LONGEST
        ? Optional.of("%s最多 %d 个字，现在有 %d 个，请分开写或者写短一些。".formatted(what, LONGEST, length))
        : Optional.empty();
  }

  private static Entry.Subject subject(Question question) {
    return new Entry.Subject("question", question.id().toString());
  }

  private static Snapshot snapshot(Question question) {
    var values = new LinkedHashMap<String, Object>();
    values.put("项目编号", question.project());
    values.put("提问", question.text());
    var answer = question.answer();
    if (answer != null) {
      values.put("答复", answer.text());
    }
    return Snapshot.of(values);
  }
}
