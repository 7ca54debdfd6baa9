package duijie.agencies.jdbc;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.regions.Region;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.PartialDate;
import duijie.vocabulary.Term;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        name(agency.type()),
        agency.registrar(),
        founded == null ? null : founded.year(),
        founded == null ? null : founded.month(),
        founded == null ? null : founded.day(),
        agency.registeredRegion() == null ? null : agency.registeredRegion().value(),
        agency.serviceRegions().stream().map(Region.Code::value).toList(),
        values(agency.fields()),
        values(agency.targetGroups()),
        values(agency.methods()),
        agency.grade() == null ? null : agency.grade().level(),
        agency.gradeValidUntil(),
        agency.inspectionYear(),
        name(agency.inspectionResult()),
        name(agency.creditStanding()),
        agency.fullTimeStaff(),
        licensed.assistants(),
        licensed.socialWorkers(),
        licensed.seniors(),
        agency.headYears(),
        agency.currentProjects(),
        agency.capacity(),
        yuan(agency.minimumAmount()),
        yuan(agency.maximumAmount()),
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
        row.serviceRegions().stream().map(Region.Code::new).collect(Collectors.toSet()),
        terms(row.fields()),
        terms(row.targetGroups()),
        terms(row.methods()),
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
        money(row.minimumAmount()),
        money(row.maximumAmount()),
        row.profile(),
        row.experience(),
        row.contact(),
        row.phone(),
        row.source(),
        row.unreadable().stream().map(Column::valueOf).collect(Collectors.toSet()),
        row.extra());
  }

  private static List<String> values(Collection<Term.Id> ids) {
    return ids.stream().map(Term.Id::value).toList();
  }

  private static Set<Term.Id> terms(List<String> values) {
    return values.stream().map(Term.Id::new).collect(Collectors.toSet());
  }

  private static @Nullable BigDecimal yuan(@Nullable Money money) {
    return money == null ? null : money.yuan();
  }

  private static @Nullable Money money(@Nullable BigDecimal yuan) {
    return yuan == null ? null : new Money(yuan);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
