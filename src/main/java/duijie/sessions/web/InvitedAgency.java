package duijie.sessions.web;

import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.pages.OwnerOf;
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
    return SessionOwner.visiting(
        request,
        AttendingController.PATH,
        (session, own) -> guests.find(session, new Agency.Id(own.value())).isPresent());
  }
}
