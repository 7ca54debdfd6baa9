package duijie.agencies.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Claims;
import duijie.agencies.Section;
import duijie.audit.Entry;
import duijie.pages.RecordNames;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What agencies, their declarations and claims to them are called. */
@Singleton
final class AgencyNames implements RecordNames {

  private final Agencies agencies;
  private final Claims claims;

  AgencyNames(Agencies agencies, Claims claims) {
    this.agencies = agencies;
    this.claims = claims;
  }

  @Override
  public Optional<Named> name(Entry.Subject subject, Account who) {
    return switch (subject.kind()) {
      case "agency" -> agency(subject.id(), who);
      // A section of a declaration is named by its agency and itself.
      case "declaration" -> section(subject.id(), who);
      case "claim" -> claim(subject.id(), who);
      default -> Optional.empty();
    };
  }

  private Optional<Named> agency(String id, Account who) {
    return id.isBlank()
        ? Optional.empty()
        : agencies.find(new Agency.Id(id)).map(a -> new Named(a.name(), href(a, who)));
  }

  private Optional<Named> section(String id, Account who) {
    int end = id.lastIndexOf(' ');
    var agency = agency(end < 0 ? id : id.substring(0, end), who);
    var section = id.substring(end + 1);
    return agency.map(
        named ->
            Arrays.stream(Section.values())
                .filter(s -> s.name().equals(section))
                .findFirst()
                .map(s -> new Named(named.name() + " " + s.label(), named.href()))
                .orElse(named));
  }

  private static @Nullable String href(Agency agency, Account who) {
    if (Access.allows(who, Deed.REVIEW_AGENCIES, null)) {
      return ReviewsController.path(agency.id());
    }
    var own = new Organisation.Id(agency.id().value());
    return Access.allows(who, Deed.KEEP_PROFILE, own) ? ProfileController.PATH : null;
  }

  private Optional<Named> claim(String id, Account who) {
    boolean reviews = Access.allows(who, Deed.REVIEW_AGENCIES, null);
    return id.isBlank()
        ? Optional.empty()
        : claims
            .find(new Organisation.Id(id))
            .map(c -> new Named(c.name(), reviews ? ReviewsController.path(c.id()) : null));
  }
}
