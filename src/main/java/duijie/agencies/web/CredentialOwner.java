package duijie.agencies.web;

import duijie.accounts.Organisation;
import duijie.agencies.Credential;
import duijie.agencies.Credentials;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whose the certificate is that an address like {@code …/attachments/{id}/file} names. */
@Singleton
final class CredentialOwner implements OwnerOf {

  private final Credentials credentials;

  CredentialOwner(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var path = List.of(request.getPath().split("/", -1));
    int at = Math.max(path.indexOf("attachments"), path.indexOf("credentials")) + 1;
    return at == 0 || at >= path.size()
        ? Optional.empty()
        : find(path.get(at)).map(c -> new Organisation.Id(c.agency().value()));
  }

  /** The certificate of this id. */
  Optional<Credential> find(String id) {
    return Addresses.uuid(id).map(Credential.Id::new).flatMap(credentials::find);
  }
}
