package duijie.pages;

import duijie.accounts.Organisation;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** For routes that show what the visitor's own organisation has. */
@Singleton
public final class OwnOrganisation implements OwnerOf {

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var account = Visitor.of(request).account();
    return account == null ? Optional.empty() : Optional.of(account.organisation().id());
  }
}
