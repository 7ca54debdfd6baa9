package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.matching.Exclusion;
import duijie.matching.Ranking;
import duijie.projects.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the public may see: no drafts, nothing that waits for its review, and of a record no
 * contacts and no columns that the product does not know, which may hold some.
 */
final class PublicRecords {

  /** So many more are to be asked for, to have enough once the hidden ones are left out. */
  static final int SPARE = 30;

  private PublicRecords() {}

  static boolean visible(Project project) {
    return ListKind.PROJECTS.states().containsKey(project.state().name());
  }

  static boolean visible(Agency agency) {
    return ListKind.AGENCIES.states().containsKey(agency.state().name());
  }

  /** The best of the agencies that the public may see, ranked among themselves. */
  static Ranking<Agency> agencies(Ranking<Agency> ranking, int top) {
    return best(ranking, top, PublicRecords::visible);
  }

  /** The best of the projects that the public may see, ranked among themselves. */
  static Ranking<Project> projects(Ranking<Project> ranking, int top) {
    return best(ranking, top, PublicRecords::visible);
  }

  private static <T> Ranking<T> best(Ranking<T> ranking, int top, Predicate<T> visible) {
    var seen = ranking.matches().stream().filter(m -> visible.test(m.partner())).toList();
    int hidden = ranking.matches().size() - seen.size();
    var matches = new ArrayList<Ranking.Ranked<T>>();
    for (var match : seen.subList(0, Math.min(top, seen.size()))) {
      matches.add(new Ranking.Ranked<>(matches.size() + 1, match.partner(), match.assessment()));
    }
    return new Ranking<>(
        matches, ranking.eligible() - hidden, ranking.verified(), ranking.capped());
  }

  static List<Exclusion<Agency>> agencies(List<Exclusion<Agency>> exclusions) {
    return exclusions.stream().filter(e -> visible(e.partner())).toList();
  }

  static List<Exclusion<Project>> projects(List<Exclusion<Project>> exclusions) {
    return exclusions.stream().filter(e -> visible(e.partner())).toList();
  }

  static Project withoutContacts(Project p) {
    return new Project(
        p.id(),
        p.name(),
        p.state(),
        p.demonstration(),
        p.buyer(),
        p.region(),
        p.fields(),
        p.targetGroups(),
        p.methods(),
        Words.withoutContacts(p.need()),
        p.budget(),
        p.annualBudget(),
        p.termMonths(),
        p.regime(),
        p.procurementMethod(),
        p.pricing(),
        p.staffing(),
        p.minimumGrade(),
        p.demandsAnnualInspection(),
        p.demandsLocalRegistration(),
        p.smallFirmsOnly(),
        p.publishedOn(),
        p.respondBy(),
        null,
        null,
        Words.withoutContacts(p.source()),
        p.unreadable(),
        Map.of());
  }

  static Agency withoutContacts(Agency a) {
    return new Agency(
        a.id(),
        a.name(),
        a.state(),
        a.demonstration(),
        a.creditCode(),
        a.type(),
        a.registrar(),
        a.founded(),
        a.registeredRegion(),
        a.serviceRegions(),
        a.fields(),
        a.targetGroups(),
        a.methods(),
        a.grade(),
        a.gradeValidUntil(),
        a.inspectionYear(),
        a.inspectionResult(),
        a.creditStanding(),
        a.fullTimeStaff(),
        a.licensed(),
        a.headYears(),
        a.currentProjects(),
        a.capacity(),
        a.minimumAmount(),
        a.maximumAmount(),
        Words.withoutContacts(a.profile()),
        Words.withoutContacts(a.experience()),
        null,
        null,
        Words.withoutContacts(a.source()),
        a.unreadable(),
        Map.of());
  }
}
