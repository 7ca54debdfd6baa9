package duijie.imports.web;

import duijie.accounts.Organisation;
import duijie.api.Api;
import duijie.imports.Import;
import duijie.imports.Imports;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Whose the import is that an address like {@code /agencies/imports/{id}/confirm} names, or {@code
 * /api/v1/agency-imports/{id}/confirmation}.
 */
@Singleton
final class ImportOwner implements OwnerOf {

  private final Imports imports;

  ImportOwner(Imports imports) {
    this.imports = imports;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var path = List.of(request.getPath().split("/", -1));
    boolean program = Api.asked(request);
    int id = program ? 4 : 3;
    if (path.size() <= id) {
      return Optional.empty();
    }
    boolean agencies =
        program ? path.get(3).equals("agency-imports") : path.get(1).equals("agencies");
    return of(agencies ? Import.Kind.AGENCIES : Import.Kind.PROJECTS, path.get(id))
        .map(Import::owner);
  }

  /** The import of this kind and id. */
  Optional<Import> of(Import.Kind kind, String id) {
    return Addresses.uuid(id)
        .map(Import.Id::new)
        .flatMap(imports::find)
        .filter(found -> found.kind() == kind);
  }
}
