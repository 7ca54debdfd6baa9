package duijie.agencies.jdbc;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.regions.Region;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.PartialDate;
import duijie.shared.jdbc.Columns;
import duijie.vocabulary.Term;

/** Between an agency and its row. */
final class AgencyMapping {

  private AgencyMapping() {}

  static AgencyRow toRow(Agency agency) {
    var founded = agency.founded();
    var licensed = agency.licensed();
    return new AgencyRow(
        agency.id().value(),
        agency.name(),
        agency.state().name(),
        agency.demonstration(),
        agency.creditCode() == null ? null : agency.creditCode().value(),
        Columns.name(agency.type()),
        agency.registrar(),
        founded == null ? null : founded.year(),
        founded == null ? null : founded.month(),
        founded == null ? null : founded.day(),
        agency.registeredRegion() == null ? null : agency.registeredRegion().value(),
        Columns.texts(agency.serviceRegions(), Region.Code::value),
        Columns.texts(agency.fields(), Term.Id::value),
        Columns.texts(agency.targetGroups(), Term.Id::value),
        Columns.texts(agency.methods(), Term.Id::value),
        agency.grade() == null ? null : agency.grade().level(),
        agency.gradeValidUntil(),
        agency.inspectionYear(),
        Columns.name(agency.inspectionResult()),
        Columns.name(agency.creditStanding()),
        agency.fullTimeStaff(),
        licensed.assistants(),
        licensed.socialWorkers(),
        licensed.seniors(),
        agency.headYears(),
        agency.currentProjects(),
        agency.capacity(),
        Columns.yuan(agency.minimumAmount()),
        Columns.yuan(agency.maximumAmount()),
        agency.profile(),
        agency.experience(),
        agency.contact(),
        agency.phone(),
        agency.source(),
        agency.unreadable().stream().map(Column::name).sorted().toList(),
        agency.extra());
  }

  static Agency toAgency(AgencyRow row) {
    return new Agency(
        new Agency.Id(row.id()),
        row.name(),
        Agency.State.valueOf(row.state()),
        row.demonstration(),
        row.creditCode() == null ? null : new CreditCode(row.creditCode()),
        row.type() == null ? null : Agency.OrganisationType.valueOf(row.type()),
        row.registrar(),
        row.foundedYear() == null
            ? null
            : new PartialDate(row.foundedYear(), row.foundedMonth(), row.foundedDay()),
        row.registeredRegion() == null ? null : new Region.Code(row.registeredRegion()),
        Columns.values(row.serviceRegions(), Region.Code::new),
        Columns.values(row.fields(), Term.Id::new),
        Columns.values(row.targetGroups(), Term.Id::new),
        Columns.values(row.methods(), Term.Id::new),
        row.grade() == null ? null : EvaluationGrade.ofLevel(row.grade()),
        row.gradeValidUntil(),
        row.inspectionYear(),
        row.inspectionResult() == null
            ? null
            : Agency.InspectionResult.valueOf(row.inspectionResult()),
        row.creditStanding() == null ? null : Agency.CreditStanding.valueOf(row.creditStanding()),
        row.fullTimeStaff(),
        new Agency.LicensedStaff(row.assistants(), row.socialWorkers(), row.seniors()),
        row.headYears(),
        row.currentProjects(),
        row.capacity(),
        Columns.money(row.minimumAmount()),
        Columns.money(row.maximumAmount()),
        row.profile(),
        row.experience(),
        row.contact(),
        row.phone(),
        row.source(),
        Columns.values(row.unreadable(), Column::valueOf),
        row.extra());
  }
}
