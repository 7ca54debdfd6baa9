package duijie.agencies.web;

import duijie.accounts.Organisation;
import duijie.pages.OwnerOf;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Addresses that name nobody are about the visitor's own agency. */
@Singleton
final class OwnAgency implements OwnerOf {

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    return Optional.ofNullable(Visitor.of(request).account()).map(who -> who.organisation().id());
  }
}
