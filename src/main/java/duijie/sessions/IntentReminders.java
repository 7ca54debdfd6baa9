package duijie.sessions;

import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.projects.Answering;
import duijie.projects.Project;
import duijie.projects.Projects;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Reminds both sides and the organizer of intents: on the last day to follow one up, and six months
 * after the session, when they are asked whether a contract was signed. However often it is done,
 * nobody is told twice.
 */
@Singleton
public class IntentReminders {

  /** What was due longer ago is no news. */
  private static final int LATE_DAYS = 30;

  /** No two months differ by more days than this. */
  private static final int MONTHS_DIFFER = 3;

  private final Sessions sessions;
  private final Intents intents;
  private final Projects projects;
  private final Agencies agencies;
  private final Answering answering;
  private final Messenger messenger;

  IntentReminders(
      Sessions sessions,
      Intents intents,
      Projects projects,
      Agencies agencies,
      Answering answering,
      Messenger messenger) {
    this.sessions = sessions;
    this.intents = intents;
    this.projects = projects;
    this.agencies = agencies;
    this.answering = answering;
    this.messenger = messenger;
  }

  @Transactional
  public void remind(LocalDate today) {
    for (var intent : intents.due(today.minusDays(LATE_DAYS), today)) {
      var until = intent.findings().until();
      var todo = intent.findings().todo();
      tell(
          intent,
          News.Kind.EXPIRY,
          "intent-due " + until,
          "意向跟进到期：",
          "跟进期限是 %s。%s".formatted(until, todo.isEmpty() ? "" : "待补事项：" + todo));
    }
    var held = today.minusMonths(IntentDates.MONTHS);
    var from = held.minusDays(LATE_DAYS + MONTHS_DIFFER);
    for (var intent : intents.heldBetween(from, held.plusDays(MONTHS_DIFFER))) {
      var session = sessions.find(intent.session()).orElseThrow();
      var question = IntentDates.question(session);
      var notes = intents.notes(intent.session(), intent.meeting());
      var last =
          notes.isEmpty() ? null : LocalDate.ofInstant(notes.getLast().at(), WorkingCalendar.ZONE);
      if (IntentDates.asked(intent, session, last, today)
          && !question.isBefore(today.minusDays(LATE_DAYS))) {
        tell(
            intent,
            News.Kind.SESSION,
            "intent-question",
            "后来签约了吗：",
            "“%s”过去六个月了。后来签约了吗？请更新这个意向。".formatted(session.setup().name()));
      }
    }
  }

  private void tell(Intent intent, News.Kind kind, String what, String head, String text) {
    var session = sessions.find(intent.session()).orElseThrow();
    var talk = intent.meeting();
    var names =
        "%s — %s"
            .formatted(
                projects.find(talk.project()).map(Project::name).orElse(talk.project().value()),
                agencies.find(talk.agency()).map(Agency::name).orElse(talk.agency().value()));
    var about = "%s %s %s %s".formatted(what, session.id(), talk.project(), talk.agency());
    tell(
        new Organisation.Id(talk.agency().value()),
        "/agency/sessions",
        intent,
        kind,
        about,
        head + names,
        text);
    answering
        .owner(talk.project())
        .ifPresent(
            buyer -> tell(buyer, "/buyer/sessions", intent, kind, about, head + names, text));
    // Who is told of their own project already is not told again: it is about the same.
    tell(session.owner(), "/sessions", intent, kind, about, head + names, text);
  }

  private void tell(
      Organisation.Id whom,
      String path,
      Intent intent,
      News.Kind kind,
      String about,
      String subject,
      String text) {
    var talk = intent.meeting();
    var page =
        "%s/intents/talk?project=%s&agency=%s"
            .formatted(
                News.page(path, intent.session().toString()),
                encoded(talk.project().value()),
                encoded(talk.agency().value()));
    messenger.tell(whom, new News(kind, about, subject, text, page));
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
