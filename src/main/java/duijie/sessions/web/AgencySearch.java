package duijie.sessions.web;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Looks for agencies that may come to a session by a part of their name. */
@Singleton
final class AgencySearch {

  /** So many are shown. */
  private static final int FOUND = 50;

  private final Agencies agencies;

  AgencySearch(Agencies agencies) {
    this.agencies = agencies;
  }

  /** Those that were reviewed and are not among these already; none for a blank name. */
  List<Agency> named(String part, Set<Agency.Id> already) {
    if (part.isBlank()) {
      return List.of();
    }
    try (var all = agencies.stream()) {
      return all.filter(agency -> agency.state() == Agency.State.VERIFIED)
          .filter(agency -> agency.name().contains(part) && !already.contains(agency.id()))
          .limit(FOUND)
          .toList();
    }
  }
}
