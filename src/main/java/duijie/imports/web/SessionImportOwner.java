package duijie.imports.web;

import duijie.accounts.Organisation;
import duijie.imports.Import;
import duijie.pages.OwnerOf;
import duijie.sessions.Session;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Whose the session is whose sheets came back in the import that an address like {@code
 * /sessions/{id}/workbook/imports/{upload}} names.
 */
@Singleton
final class SessionImportOwner implements OwnerOf {

  /** Where the import's id stands between the slashes of an address. */
  private static final int PLACE = 5;

  private final SessionNamed sessions;
  private final ImportOwner imports;

  SessionImportOwner(SessionNamed sessions, ImportOwner imports) {
    this.sessions = sessions;
    this.imports = imports;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var session = sessions.find(request);
    return imports
        .of(Import.Kind.SESSION, request.getPath().split("/", -1)[PLACE])
        .filter(
            found -> session.map(Session::id).filter(id -> id.equals(found.session())).isPresent())
        .flatMap(found -> session.map(Session::owner));
  }
}
