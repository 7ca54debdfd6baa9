package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.shared.PartialDate;
import duijie.sheets.Additions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of 机构名录 as they are written. */
final class AgencyColumns {

  private AgencyColumns() {}

  /** The agreed columns, those that only the records know, and where wanted the state. */
  static List<SheetColumn<Agency>> of(
      Set<String> extra, boolean contacts, boolean states, Names names) {
    var columns = new ArrayList<SheetColumn<Agency>>();
    Arrays.stream(Column.values())
        .map(
            column ->
                new SheetColumn<Agency>(
                    header(column),
                    look(column),
                    width(column),
                    agency -> value(column, agency, contacts, names)))
        .forEach(columns::add);
    extra.forEach(
        header ->
            columns.add(
                new SheetColumn<>(header, Look.TEXT, 12, agency -> agency.extra().get(header))));
    if (states) {
      columns.add(
          new SheetColumn<>(
              Additions.STATE_COLUMN, Look.MARK, 9, agency -> agency.state().label()));
    }
    return columns;
  }

  static String header(Column column) {
    return column.required() ? column.label() + "*" : column.label();
  }

  static double width(Column column) {
    return switch (column) {
      case PROFILE, EXPERIENCE -> 30;
      case NAME -> 22;
      case CREDIT_CODE -> 19;
      case REGISTRAR, REGISTERED_REGION, SERVICE_REGIONS, SOURCE -> 15;
      case FIELDS, TARGET_GROUPS, METHODS, PHONE, MINIMUM_AMOUNT, MAXIMUM_AMOUNT -> 12;
      case FOUNDED, GRADE_VALID_UNTIL -> 11;
      case TYPE, INSPECTION_RESULT, CREDIT_STANDING, CONTACT -> 9;
      case GRADE,
          INSPECTION_YEAR,
          FULL_TIME_STAFF,
          ASSISTANTS,
          SOCIAL_WORKERS,
          SENIORS,
          HEAD_YEARS,
          CURRENT_PROJECTS,
          CAPACITY ->
          6.5;
    };
  }

  static Look look(Column column) {
    return switch (column) {
      case CREDIT_CODE, PHONE -> Look.CODE;
      case TYPE, FOUNDED, GRADE, INSPECTION_RESULT, CREDIT_STANDING -> Look.MARK;
      case INSPECTION_YEAR -> Look.YEAR;
      default -> Look.TEXT;
    };
  }

  private static @Nullable Object value(
      Column column, Agency agency, boolean contacts, Names names) {
    var licensed = agency.licensed();
    return switch (column) {
      case NAME -> agency.name();
      case CREDIT_CODE -> agency.creditCode() == null ? null : agency.creditCode().value();
      case TYPE -> agency.type() == null ? null : agency.type().label();
      case REGISTRAR -> agency.registrar();
      case FOUNDED -> date(agency.founded());
      case REGISTERED_REGION -> names.region(agency.registeredRegion());
      case SERVICE_REGIONS -> names.regions(agency.serviceRegions());
      case FIELDS -> names.terms(agency.fields());
      case TARGET_GROUPS -> names.terms(agency.targetGroups());
      case METHODS -> names.terms(agency.methods());
      case GRADE -> agency.grade() == null ? null : agency.grade().label();
      case GRADE_VALID_UNTIL -> agency.gradeValidUntil();
      case INSPECTION_YEAR -> agency.inspectionYear();
      case INSPECTION_RESULT ->
          agency.inspectionResult() == null ? null : agency.inspectionResult().label();
      case CREDIT_STANDING ->
          agency.creditStanding() == null ? null : agency.creditStanding().label();
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
      case CONTACT -> contacts ? agency.contact() : null;
      case PHONE -> contacts ? agency.phone() : null;
      case SOURCE -> agency.source();
    };
  }

  /** A whole date is a real one; what is known in part stays a text. */
  private static @Nullable Object date(@Nullable PartialDate date) {
    if (date == null) {
      return null;
    }
    return date.month() == null || date.day() == null
        ? date.toString()
        : LocalDate.of(date.year(), date.month(), date.day());
  }
}
