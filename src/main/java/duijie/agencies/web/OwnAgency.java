package duijie.agencies.web;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The agency of whoever asks. */
@Singleton
final class OwnAgency {

  private final Agencies agencies;

  OwnAgency(Agencies agencies) {
    this.agencies = agencies;
  }

  /** It; whoever only claims one has none yet. */
  Optional<Agency> of(HttpRequest<?> request) {
    var organisation = Visitor.of(request).member().organisation().id();
    return agencies.find(new Agency.Id(organisation.value()));
  }
}
