package duijie.portal.web;

import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.pages.OwnerOf;
import duijie.pages.Parameters;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The agency that the parameter of this name asks for; one that the public may not see is none. */
@Singleton
final class AskedAgency implements OwnerOf {

  private final Agencies agencies;

  AskedAgency(Agencies agencies) {
    this.agencies = agencies;
  }

  @Override
  public Optional<Organisation.Id> owner(HttpRequest<?> request) {
    return new Parameters(request.getParameters())
        .one("agency")
        .map(Agency.Id::new)
        .flatMap(agencies::find)
        .filter(PublicRecords::visible)
        .map(agency -> new Organisation.Id(agency.id().value()));
  }
}
