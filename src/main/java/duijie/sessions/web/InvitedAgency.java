package duijie.sessions.web;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.pages.OwnerOf;
import duijie.pages.Visitor;
import duijie.sessions.Guests;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The own agency, where it is asked to the session that an address names. */
@Singleton
final class InvitedAgency implements OwnerOf {

  private final Guests guests;

  InvitedAgency(Guests guests) {
    this.guests = guests;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    return Optional.ofNullable(Visitor.of(request).account())
        .map(Account::organisation)
        .map(Organisation::id)
        .filter(
            own ->
                SessionOwner.named(request.getPath(), AttendingController.PATH)
                    .flatMap(session -> guests.find(session, new Agency.Id(own.value())))
                    .isPresent());
  }
}
