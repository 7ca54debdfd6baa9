package duijie.imports.web;

import duijie.accounts.Organisation;
import duijie.imports.Import;
import duijie.imports.Imports;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose the import is that an address like {@code /agencies/imports/{id}/confirm} names. */
@Singleton
final class ImportOwner implements OwnerOf {

  private final Imports imports;

  ImportOwner(Imports imports) {
    this.imports = imports;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var path = request.getPath().split("/", -1);
    return path.length < 4
        ? Optional.empty()
        : of(path[1].equals("agencies") ? Import.Kind.AGENCIES : Import.Kind.PROJECTS, path[3])
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
