package duijie.sheets.poi;

import duijie.projects.Column;
import duijie.projects.Project;
import duijie.sheets.Additions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of 项目发布表 as they are written. */
final class ProjectColumns {

  private ProjectColumns() {}

  /** The agreed columns, those that only the records know, and where wanted the state. */
  static List<SheetColumn<Project>> of(
      Set<String> extra, boolean contacts, boolean states, Names names) {
    var columns = new ArrayList<SheetColumn<Project>>();
    Arrays.stream(Column.values())
        .map(
            column ->
                new SheetColumn<Project>(
                    header(column),
                    look(column),
                    width(column),
                    project -> value(column, project, contacts, names)))
        .forEach(columns::add);
    extra.forEach(
        header ->
            columns.add(
                new SheetColumn<>(header, Look.TEXT, 12, project -> project.extra().get(header))));
    if (states) {
      columns.add(
          new SheetColumn<>(
              Additions.STATE_COLUMN, Look.MARK, 9, project -> project.state().label()));
    }
    return columns;
  }

  static String header(Column column) {
    return column.required() ? column.label() + "*" : column.label();
  }

  static double width(Column column) {
    return switch (column) {
      case NEED -> 40;
      case NAME -> 22;
      case BUYER, REGION, SOURCE -> 15;
      case FIELDS, TARGET_GROUPS, METHODS, BUDGET, ANNUAL_BUDGET, PHONE -> 12;
      case RESPOND_BY -> 16.5;
      case ID, PUBLISHED_ON -> 11;
      case REGIME, PROCUREMENT_METHOD, PRICING, CONTACT -> 9;
      case TERM_MONTHS,
          HEADCOUNT,
          LICENSED,
          LICENSED_SHARE,
          HEAD_YEARS,
          MINIMUM_GRADE,
          ANNUAL_INSPECTION,
          LOCAL_REGISTRATION,
          SMALL_FIRMS_ONLY ->
          6.5;
    };
  }

  static Look look(Column column) {
    return switch (column) {
      case ID, PHONE -> Look.CODE;
      case REGIME,
          PROCUREMENT_METHOD,
          PRICING,
          MINIMUM_GRADE,
          ANNUAL_INSPECTION,
          LOCAL_REGISTRATION,
          SMALL_FIRMS_ONLY ->
          Look.MARK;
      default -> Look.TEXT;
    };
  }

  private static @Nullable Object value(
      Column column, Project project, boolean contacts, Names names) {
    var staffing = project.staffing();
    return switch (column) {
      case ID -> project.id().value();
      case NAME -> project.name();
      case BUYER -> project.buyer();
      case REGION -> names.region(project.region());
      case FIELDS -> names.terms(project.fields());
      case TARGET_GROUPS -> names.terms(project.targetGroups());
      case METHODS -> names.terms(project.methods());
      case NEED -> project.need();
      case BUDGET -> project.budget();
      case ANNUAL_BUDGET -> project.annualBudget();
      case TERM_MONTHS -> project.termMonths();
      case REGIME -> project.regime() == null ? null : project.regime().label();
      case PROCUREMENT_METHOD -> project.procurementMethod();
      case PRICING -> project.pricing() == null ? null : project.pricing().label();
      case HEADCOUNT -> staffing.headcount();
      case LICENSED -> staffing.licensed();
      case LICENSED_SHARE -> share(staffing.licensedShare());
      case HEAD_YEARS -> staffing.headYears();
      case MINIMUM_GRADE -> project.minimumGrade() == null ? null : project.minimumGrade().label();
      case ANNUAL_INSPECTION -> demand(column, project.demandsAnnualInspection(), project);
      case LOCAL_REGISTRATION -> demand(column, project.demandsLocalRegistration(), project);
      case SMALL_FIRMS_ONLY -> demand(column, project.smallFirmsOnly(), project);
      case PUBLISHED_ON -> project.publishedOn();
      case RESPOND_BY -> project.respondBy();
      case CONTACT -> contacts ? project.contact() : null;
      case PHONE -> contacts ? project.phone() : null;
      case SOURCE -> project.source();
    };
  }

  /** A number of at most 1 could be meant as a part of 1, so that it is written with its sign. */
  private static @Nullable Object share(@Nullable BigDecimal percent) {
    return percent != null && percent.signum() > 0 && percent.compareTo(BigDecimal.ONE) <= 0
        ? percent.toPlainString() + "%"
        : percent;
  }

  /** Where nothing was said, nothing is written: "no" would be words in the buyer's mouth. */
  private static @Nullable String demand(Column column, boolean demanded, Project project) {
    return demanded && !project.unreadable().contains(column) ? "是" : null;
  }
}
