package duijie.agencies;

import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.audit.AuditEntries;
import duijie.audit.AuditEntries.Filter;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which bureau minds an agency's standing: the one in whose region it is registered. Where there is
 * none at the platform, whoever last passed or imported it; where nobody did, any bureau.
 */
@Singleton
public class Responsibility {

  /** What makes a bureau answer for an agency from elsewhere. */
  private static final List<String> TAKING_IN = List.of("PASS_AGENCY", "IMPORT_AGENCY");

  private final Accounts accounts;
  private final AuditEntries trail;

  Responsibility(Accounts accounts, AuditEntries trail) {
    this.accounts = accounts;
    this.trail = trail;
  }

  /** Why this bureau does not decide on the agency; empty where it does. */
  public Optional<String> refusal(Agency agency, Organisation.Id bureau) {
    var local = local(agency);
    if (!local.isEmpty()) {
      return local.stream().anyMatch(other -> other.id().equals(bureau))
          ? Optional.empty()
          : refusal(local);
    }
    var takenIn = takenIn(agency);
    return takenIn.isEmpty() || takenIn.get().id().equals(bureau)
        ? Optional.empty()
        : refusal(List.of(takenIn.get()));
  }

  private static Optional<String> refusal(List<Organisation> bureaus) {
    var names =
        bureaus.stream().map(Organisation::name).distinct().collect(Collectors.joining("、"));
    return Optional.of("这家机构由%s管理，暂停、恢复和注销请联系该单位办理。".formatted(names));
  }

  private List<Organisation> local(Agency agency) {
    var region = agency.registeredRegion();
    return region == null
        ? List.of()
        : accounts.organisations().stream()
            .filter(organisation -> organisation.kind() == Organisation.Kind.BUREAU)
            .filter(o -> o.region() != null && o.region().covers(region))
            .toList();
  }

  private Optional<Organisation> takenIn(Agency agency) {
    return TAKING_IN.stream()
        .flatMap(deed -> last(agency, deed))
        .max((one, other) -> Long.compare(one.number(), other.number()))
        .map(written -> written.entry().by().who())
        .flatMap(who -> accounts.organisation(new Organisation.Id(who.organisation())))
        .filter(organisation -> organisation.kind() == Organisation.Kind.BUREAU);
  }

  private Stream<AuditEntries.Written> last(Agency agency, String deed) {
    var filter =
        new Filter(null, deed, Entry.Outcome.DONE, Reviewing.KIND, agency.id().value(), null, null);
    return trail.newest(filter, null, 1).stream();
  }
}
