package duijie.sessions.web;

import duijie.accounts.Organisation;
import duijie.pages.OwnerOf;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The own bureau, where a project of its own is at the session that an address names. */
@Singleton
final class BuyerAtSession implements OwnerOf {

  private final BuyerViews views;

  BuyerAtSession(BuyerViews views) {
    this.views = views;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    return SessionOwner.visiting(
        request, BuyerController.PATH, (session, own) -> !views.own(session, own).isEmpty());
  }
}
