package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.pages.Addresses;
import duijie.pages.OwnerOf;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whose account an address below {@link ColleaguesController#PATH} names. */
@Singleton
final class ColleagueOwner implements OwnerOf {

  private final Accounts accounts;

  ColleagueOwner(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    var rest = request.getPath().substring(ColleaguesController.PATH.length() + 1);
    return Addresses.uuid(rest.replaceFirst("/.*", ""))
        .flatMap(id -> accounts.find(new Account.Id(id)))
        .map(account -> account.organisation().id());
  }
}
