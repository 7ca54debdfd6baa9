package duijie.demonstration.yaml;

import duijie.projects.Project;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The invented projects of the home county. */
record HomeProjects(Words words) {

  /** When a day's responses close. */
  private static final LocalTime CLOSING = LocalTime.of(17, 0);

  static final String SOURCE = "演示数据，纯属虚构";

  List<Project> of(LocalDate day) {
    return Entry.of("home-projects.yml").stream().map(entry -> project(entry, day)).toList();
  }

  private Project project(Entry entry, LocalDate day) {
    return new Project(
        new Project.Id(entry.requiredText("id")),
        entry.requiredText("name"),
        Project.State.valueOf(entry.requiredText("state")),
        true,
        entry.text("buyer"),
        Objects.requireNonNull(words.region(entry.requiredText("region"))),
        words.terms(Term.Kind.SERVICE_FIELD, entry.texts("fields")),
        words.listed(Term.Kind.TARGET_GROUP, entry.text("groups")),
        words.listed(Term.Kind.SERVICE_METHOD, entry.text("methods")),
        entry.text("need"),
        money(entry.whole("budget")),
        money(entry.whole("annual")),
        entry.whole("term"),
        entry.choice("regime", Project.Regime.class, Project.Regime::label),
        entry.text("method"),
        entry.choice("pricing", Project.PricingForm.class, Project.PricingForm::label),
        staffing(entry.part("staffing")),
        entry.choice("grade", EvaluationGrade.class, EvaluationGrade::label),
        entry.flag("inspection"),
        entry.flag("local"),
        entry.flag("small-firms"),
        after(day, entry.whole("published")),
        closing(after(day, entry.whole("respond"))),
        null,
        null,
        SOURCE,
        Set.of(),
        Map.of());
  }

  private static Project.Staffing staffing(Entry staffing) {
    var share = staffing.whole("share");
    return new Project.Staffing(
        staffing.whole("headcount"),
        staffing.whole("licensed"),
        share == null ? null : BigDecimal.valueOf(share),
        staffing.whole("head-years"));
  }

  static @Nullable Money money(@Nullable Integer yuan) {
    return yuan == null ? null : Money.of(yuan);
  }

  static @Nullable LocalDate after(LocalDate day, @Nullable Integer days) {
    return days == null ? null : day.plusDays(days);
  }

  private static @Nullable LocalDateTime closing(@Nullable LocalDate date) {
    return date == null ? null : date.atTime(CLOSING);
  }
}
