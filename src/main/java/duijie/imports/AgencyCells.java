package duijie.imports;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an agency's columns say, as people read them. */
@Singleton
final class AgencyCells {

  private static final String SEPARATOR = "、";

  private final Regions regions;
  private final Vocabulary vocabulary;

  AgencyCells(Regions regions, Vocabulary vocabulary) {
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  /** Where two agencies differ, in the order of the sheet, unknown columns last. */
  List<Difference> differences(@Nullable Agency before, Agency after) {
    var differences = new ArrayList<Difference>();
    for (var column : Column.values()) {
      add(
          differences,
          column.label(),
          before == null ? "" : text(column, before),
          text(column, after));
    }
    var headers = new LinkedHashSet<String>();
    if (before != null) {
      headers.addAll(before.extra().keySet());
    }
    headers.addAll(after.extra().keySet());
    for (var header : headers) {
      add(
          differences,
          header,
          before == null ? "" : before.extra().getOrDefault(header, ""),
          after.extra().getOrDefault(header, ""));
    }
    return differences;
  }

  private static void add(
      List<Difference> differences, String column, String before, String after) {
    if (!before.equals(after)) {
      differences.add(new Difference(column, before, after));
    }
  }

  /** Whether the agency says anything there. */
  static boolean isFilled(Agency agency, Column column) {
    var value = value(column, agency);
    return value instanceof Collection<?> all ? !all.isEmpty() : value != null;
  }

  private String text(Column column, Agency agency) {
    return switch (value(column, agency)) {
      case null -> "";
      case Region.Code code -> regions.pathName(code);
      case Set<?> all -> String.join(SEPARATOR, all.stream().map(this::name).toList());
      case Agency.OrganisationType type -> type.label();
      case Agency.InspectionResult result -> result.label();
      case Agency.CreditStanding standing -> standing.label();
      case duijie.shared.EvaluationGrade grade -> grade.label();
      case Money money -> money.plain();
      case Object other -> other.toString();
    };
  }

  private String name(Object one) {
    return switch (one) {
      case Region.Code code -> regions.pathName(code);
      case Term.Id id -> vocabulary.find(id).map(Term::name).orElse(id.value());
      default -> one.toString();
    };
  }

  private static @Nullable Object value(Column column, Agency agency) {
    var licensed = agency.licensed();
    return switch (column) {
      case NAME -> agency.name();
      case CREDIT_CODE -> agency.creditCode();
      case TYPE -> agency.type();
      case REGISTRAR -> agency.registrar();
      case FOUNDED -> agency.founded();
      case REGISTERED_REGION -> agency.registeredRegion();
      case SERVICE_REGIONS -> agency.serviceRegions();
      case FIELDS -> agency.fields();
      case TARGET_GROUPS -> agency.targetGroups();
      case METHODS -> agency.methods();
      case GRADE -> agency.grade();
      case GRADE_VALID_UNTIL -> agency.gradeValidUntil();
      case INSPECTION_YEAR -> agency.inspectionYear();
      case INSPECTION_RESULT -> agency.inspectionResult();
      case CREDIT_STANDING -> agency.creditStanding();
      case FULL_TIME_STAFF -> agency.fullTimeStaff();
      case ASSISTANTS -> licensed.assistants();
      case SOCIAL_WORKERS -> licensed.socialWorkers();
      case SENIORS -> licensed.seniors();
      case HEAD_YEARS -> agency.headYears();
      case CURRENT_PROJECTS -> agency.currentProjects();
      case CAPACITY -> agency.capacity();
      case MINIMUM_AMOUNT -> agency.minimumAmount();
      case MAXIMUM_AMOUNT -> agency.maximumAmount();
      case PROFILE -> agency.profile();
      case EXPERIENCE -> agency.experience();
      case CONTACT -> agency.contact();
      case PHONE -> agency.phone();
      case SOURCE -> agency.source();
    };
  }
}
