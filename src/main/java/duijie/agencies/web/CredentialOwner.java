package duijie.agencies.web;

import duijie.accounts.Organisation;
import duijie.agencies.Credential;
import duijie.agencies.Credentials;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose the certificate is that an address like {@code …/{id}/file} names. */
@Singleton
final class CredentialOwner implements OwnerOf {

  private final Credentials credentials;

  CredentialOwner(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var path = request.getPath().split("/", -1);
    return path.length < 2
        ? Optional.empty()
        : find(path[path.length - 2]).map(c -> new Organisation.Id(c.agency().value()));
  }

  /** The certificate of this id. */
  Optional<Credential> find(String id) {
    return Addresses.uuid(id).map(Credential.Id::new).flatMap(credentials::find);
  }
}
