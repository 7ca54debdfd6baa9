package duijie.sessions.web;

import duijie.pages.Attachment;
import duijie.pages.Html;
import duijie.pages.Visitor;
import duijie.sessions.Release.Seat;
import duijie.sessions.Session;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/** Hands out papers and calendars of a session to take along. */
@Singleton
final class Handouts {

  static final String PDF = "application/pdf";
  static final String CALENDAR = "text/calendar";

  private static final String NOT_RELEASED = "时刻表还没有发布，没有可以打印或下载的。";

  private final CalendarViews calendars;
  private final Html html;

  Handouts(CalendarViews calendars, Html html) {
    this.calendars = calendars;
    this.html = html;
  }

  /** The talks of somebody for their calendar. */
  HttpResponse<?> calendar(HttpRequest<?> request, Session session, Predicate<Seat> own) {
    return calendars
        .file(session, own)
        .<HttpResponse<?>>map(bytes -> calendar(session, bytes))
        .orElseGet(() -> none(request));
  }

  private static HttpResponse<?> calendar(Session session, byte[] bytes) {
    var type = new MediaType(CALENDAR + ";charset=utf-8");
    return file(session.setup().name() + ".ics", "talks.ics", type, bytes);
  }

  /** A paper. */
  static HttpResponse<?> pdf(Session session, String what, String plain, byte[] bytes) {
    return file(what + " " + session.setup().name() + ".pdf", plain, new MediaType(PDF), bytes);
  }

  private static HttpResponse<?> file(String name, String plain, MediaType type, byte[] bytes) {
    return HttpResponse.ok(bytes)
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(name, plain))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** Where nothing was released yet. */
  HttpResponse<?> none(HttpRequest<?> request) {
    return html.notFound(Visitor.of(request), NOT_RELEASED);
  }
}
