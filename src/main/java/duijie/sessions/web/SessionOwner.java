package duijie.sessions.web;

import duijie.accounts.Organisation;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import duijie.pages.Visitor;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Whose the session is that an address names. */
@Singleton
final class SessionOwner implements OwnerOf {

  private final Sessions sessions;

  SessionOwner(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    return named(request.getPath(), SessionsController.PATH)
        .flatMap(sessions::find)
        .map(Session::owner);
  }

  /** The session of this id; asked where the guard has seen that there is one. */
  Session session(String id) {
    return id(id).flatMap(sessions::find).orElseThrow();
  }

  /**
   * The organisation that somebody acts for, where it has to do with the session that an address
   * beneath a path names.
   */
  static Optional<Organisation.Id> visiting(
      HttpRequest<?> request, String path, BiPredicate<Session.Id, Organisation.Id> concerned) {
    return Optional.ofNullable(Visitor.of(request).account())
        .map(account -> account.organisation().id())
        .filter(
            own ->
                named(request.getPath(), path)
                    .filter(session -> concerned.test(session, own))
                    .isPresent());
  }

  /** The session that an address beneath a path names. */
  private static Optional<Session.Id> named(String address, String path) {
    return address.startsWith(path + "/")
        ? id(address.substring(path.length() + 1).replaceFirst("/.*", ""))
        : Optional.empty();
  }

  /** The id that this text is, if it is one. */
  static Optional<Session.Id> id(String text) {
    return Addresses.uuid(text).map(Session.Id::new);
  }
}
