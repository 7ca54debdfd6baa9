package duijie.projects;

import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a project as somebody would type it: read back, it is the same. */
@Singleton
public final class ProjectWords {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Regions regions;
  private final Vocabulary vocabulary;

  ProjectWords(Regions regions, Vocabulary vocabulary) {
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  /** What would be typed into each column; columns of which nothing is known are left out. */
  public Map<Column, String> typed(Project project) {
    var typed = new EnumMap<Column, String>(Column.class);
    for (var column : Column.values()) {
      var text = text(column, project);
      if (text != null && !text.isBlank() && !project.unreadable().contains(column)) {
        typed.put(column, text);
      }
    }
    return typed;
  }

  private @Nullable String text(Column column, Project project) {
    var staffing = project.staffing();
    return switch (column) {
      case ID -> project.id().value();
      case NAME -> project.name();
      case BUYER -> project.buyer();
      case REGION -> project.region() == null ? null : regions.pathName(project.region());
      case FIELDS -> terms(project.fields());
      case TARGET_GROUPS -> terms(project.targetGroups());
      case METHODS -> terms(project.methods());
      case NEED -> project.need();
      case BUDGET -> project.budget() == null ? null : project.budget().plain();
      case ANNUAL_BUDGET -> project.annualBudget() == null ? null : project.annualBudget().plain();
      case TERM_MONTHS -> number(project.termMonths());
      case REGIME -> project.regime() == null ? null : project.regime().label();
      case PROCUREMENT_METHOD -> project.procurementMethod();
      case PRICING -> project.pricing() == null ? null : project.pricing().label();
      case HEADCOUNT -> number(staffing.headcount());
      case LICENSED -> number(staffing.licensed());
      case LICENSED_SHARE -> share(staffing.licensedShare());
      case HEAD_YEARS -> number(staffing.headYears());
      case MINIMUM_GRADE -> project.minimumGrade() == null ? null : project.minimumGrade().label();
      case ANNUAL_INSPECTION -> project.demandsAnnualInspection() ? "是" : null;
      case LOCAL_REGISTRATION -> project.demandsLocalRegistration() ? "是" : null;
      case SMALL_FIRMS_ONLY -> project.smallFirmsOnly() ? "是" : null;
      case PUBLISHED_ON -> project.publishedOn() == null ? null : project.publishedOn().toString();
      case RESPOND_BY -> project.respondBy() == null ? null : MINUTE.format(project.respondBy());
      case CONTACT -> project.contact();
      case PHONE -> project.phone();
      case SOURCE -> project.source();
    };
  }

  private String terms(Collection<Term.Id> ids) {
    return ids.stream()
        .map(id -> vocabulary.find(id).map(Term::name).orElse(id.value()))
        .collect(Collectors.joining("、"));
  }

  private static @Nullable String number(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  /** With its sign: a number of at most 1 could be meant as a part of 1. */
  private static @Nullable String share(@Nullable BigDecimal percent) {
    return percent == null ? null : percent.toPlainString() + "%";
  }
}
