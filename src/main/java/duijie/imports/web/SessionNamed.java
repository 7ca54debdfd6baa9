package duijie.imports.web;

import duijie.accounts.Organisation;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose the session is that an address like {@code /sessions/{id}/workbook} names. */
@Singleton
final class SessionNamed implements OwnerOf {

  /** Where the id stands between the slashes of an address. */
  private static final int PLACE = 2;

  private final Sessions sessions;

  SessionNamed(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    return find(request).map(Session::owner);
  }

  /** The session; asked where the guard has seen that there is one. */
  Session of(HttpRequest<?> request) {
    return find(request).orElseThrow();
  }

  Optional<Session> find(HttpRequest<?> request) {
    return Addresses.uuid(request.getPath().split("/", -1)[PLACE])
        .map(Session.Id::new)
        .flatMap(sessions::find);
  }
}
