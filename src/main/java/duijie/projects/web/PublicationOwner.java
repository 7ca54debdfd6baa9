package duijie.projects.web;

import duijie.accounts.Organisation;
import duijie.api.Api;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import duijie.projects.Publication;
import duijie.projects.Publications;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose the publication is that an address names. */
@Singleton
final class PublicationOwner implements OwnerOf {

  private final Publications publications;

  PublicationOwner(Publications publications) {
    this.publications = publications;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var path = request.getPath();
    var prefix = Api.asked(request) ? DraftsApi.PATH : PublicationsController.PATH;
    return path.length() <= prefix.length()
        ? Optional.empty()
        : id(path.substring(prefix.length() + 1).replaceFirst("/.*", ""))
            .flatMap(publications::find)
            .map(Publication::owner);
  }

  /** The id that this text is, if it is one. */
  static Optional<Publication.Id> id(String text) {
    return Addresses.uuid(text).map(Publication.Id::new);
  }
}
