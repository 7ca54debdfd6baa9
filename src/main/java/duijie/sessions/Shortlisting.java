package duijie.sessions;

import duijie.agencies.Agency;
import duijie.matching.Matching;
import duijie.matching.Ranking.Ranked;
import duijie.projects.Project;
import duijie.sessions.Guest.Origin;
import duijie.sessions.Shortlist.Candidate;
import duijie.sessions.Shortlist.Reason;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies the rule by which a session invites: of each project the best so many that reach the
 * least score; and beyond them the best newcomers, until each project sees as many as it is to. A
 * newcomer's score counts for its place among newcomers alone: the floor is there so that who has
 * no record yet is seen at all.
 */
@Singleton
public class Shortlisting {

  /** How far down a ranking newcomers are looked for. */
  private static final int DEPTH = 1000;

  private final Provider<Matching> matching;

  Shortlisting(Provider<Matching> matching) {
    this.matching = matching;
  }

  /** What the rule proposes for these projects on a day. */
  public Shortlist shortlist(InvitationRule rule, Collection<Project> projects, LocalDate asOf) {
    var found = new LinkedHashMap<Agency.Id, Found>();
    for (var project : projects) {
      var ranked =
          matching
              .get()
              .agenciesFor(
                  project,
                  agency -> agency.state() == Agency.State.VERIFIED,
                  asOf,
                  rule.newcomers() > 0 ? DEPTH : rule.top())
              .matches();
      propose(rule, project, ranked, asOf, found);
    }
    return new Shortlist(
        found.values().stream()
            .map(one -> one.candidate(asOf))
            .sorted(
                Comparator.comparingInt((Candidate c) -> -c.reasons().size())
                    .thenComparing(Shortlisting::best, Comparator.reverseOrder())
                    .thenComparing(c -> c.agency().name()))
            .toList());
  }

  private static void propose(
      InvitationRule rule,
      Project project,
      List<Ranked<Agency>> ranked,
      LocalDate asOf,
      Map<Agency.Id, Found> found) {
    int newcomers = 0;
    for (var one : ranked) {
      boolean newcomer = InvitationRule.newcomer(one.partner(), asOf);
      boolean among =
          one.rank() <= rule.top() && one.assessment().score().compareTo(rule.minimumScore()) >= 0;
      boolean floor = !among && newcomer && newcomers < rule.newcomers();
      if (among || floor) {
        newcomers += newcomer ? 1 : 0;
        found
            .computeIfAbsent(one.partner().id(), id -> new Found(one.partner()))
            .add(among, new Reason(project, one.rank(), one.assessment().score()));
      }
    }
  }

  private static BigDecimal best(Candidate candidate) {
    return candidate.reasons().stream()
        .map(Reason::score)
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  /** An agency with what was found of it so far. */
  private static final class Found {

    private final Agency agency;
    private final List<Reason> reasons = new ArrayList<>();
    private boolean amongTheBest;

    Found(Agency agency) {
      this.agency = agency;
    }

    void add(boolean among, Reason reason) {
      amongTheBest |= among;
      reasons.add(reason);
    }

    Candidate candidate(LocalDate asOf) {
      reasons.sort(Comparator.comparingInt(Reason::rank));
      return new Candidate(
          agency,
          amongTheBest ? Origin.RANKED : Origin.NEWCOMER,
          InvitationRule.newcomer(agency, asOf),
          reasons);
    }
  }
}
