package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Map;

/**
 * What the public may see: no drafts, nothing that waits for its review, and of a record no
 * contacts and no columns that the product does not know, which may hold some.
 */
final class PublicRecords {

  private PublicRecords() {}

  static boolean visible(Project project) {
    return ListKind.PROJECTS.states().containsKey(project.state().name());
  }

  static boolean visible(Agency agency) {
    return ListKind.AGENCIES.states().containsKey(agency.state().name());
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
