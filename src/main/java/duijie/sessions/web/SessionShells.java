package duijie.sessions.web;

import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.sessions.Session;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** What surrounds the pages of sessions, whoever looks. */
@Singleton
final class SessionShells {

  private final Shells shells;

  SessionShells(Shells shells) {
    this.shells = shells;
  }

  /** Of the list of sessions at this path. */
  Shell list(HttpRequest<?> request, String path) {
    var title = SessionsController.TITLE;
    return shells.shell(Visitor.of(request), title, path, new Shell.Crumb(title, null));
  }

  /** Of a page next to the list. */
  Shell beside(HttpRequest<?> request, String path, String title) {
    return shells.shell(
        Visitor.of(request),
        title,
        path,
        new Shell.Crumb(SessionsController.TITLE, path),
        new Shell.Crumb(title, null));
  }

  /** Of a page about a session, for its organizer. */
  Shell part(HttpRequest<?> request, Session session, String title) {
    return within(request, SessionsController.PATH, session, title);
  }

  /** Of a page about a session, for whoever finds the session beneath this path. */
  Shell within(HttpRequest<?> request, String path, Session session, String title) {
    return shells.shell(
        Visitor.of(request),
        title,
        path,
        new Shell.Crumb(SessionsController.TITLE, path),
        new Shell.Crumb(session.setup().name(), path + "/" + session.id()),
        new Shell.Crumb(title, null));
  }
}
