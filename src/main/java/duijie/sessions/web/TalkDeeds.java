package duijie.sessions.web;

import duijie.agencies.Agency;
import duijie.pages.Form;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.sessions.Booking;
import duijie.sessions.Booking.Outcome;
import duijie.sessions.Booking.Pair;
import duijie.sessions.Session;
import duijie.sessions.Side;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Does what a form of {@link Talk} asks for. */
@Singleton
final class TalkDeeds {

  private final Booking booking;

  TalkDeeds(Booking booking) {
    this.booking = booking;
  }

  /** Does it for a side. */
  Outcome take(
      HttpRequest<?> request, Session.Id session, Project.Id project, Agency.Id agency, Side by) {
    var form = Form.of(request);
    var pair = new Pair(session, project, agency);
    var words = form.text("words");
    var caller = Visitor.caller(request);
    return switch (form.text("deed")) {
      case "ask" -> booking.ask(pair, by, words, caller);
      case "accept" -> booking.answer(pair, by, true, words, caller);
      case "decline" -> booking.answer(pair, by, false, words, caller);
      case "withdraw" -> booking.withdraw(pair, by, caller);
      default -> new Outcome.Refused(List.of("请按要办的事旁边的按钮。"));
    };
  }
}
