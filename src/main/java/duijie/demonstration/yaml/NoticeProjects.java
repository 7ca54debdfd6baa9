package duijie.demonstration.yaml;

import duijie.projects.Project;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Projects that really were announced, as far as their notices were read. */
record NoticeProjects(Words words) {

  /** How long a purchase takes to run its course where the notice names no term. */
  private static final int USUAL_MONTHS = 12;

  private static final Pattern STAFF = Pattern.compile("(\\d{1,4})名(专职)?社工");
  private static final Pattern WHOLE_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  List<Project> of(LocalDate day) {
    return Entry.of("notices-projects.json").stream().map(entry -> project(entry, day)).toList();
  }

  private Project project(Entry entry, LocalDate day) {
    var published = date(entry.text("publish_date"));
    var title = entry.requiredText("title");
    var need = entry.text("content_summary");
    return new Project(
        new Project.Id(entry.requiredText("id")),
        title,
        state(entry, published, day),
        false,
        entry.text("purchaser"),
        words.region(entry.part("region")),
        words.terms(Term.Kind.SERVICE_FIELD, entry.texts("service_fields")),
        words.mentioned(Term.Kind.TARGET_GROUP, entry.text("target_group")),
        words.mentioned(Term.Kind.SERVICE_METHOD, title + "。" + (need == null ? "" : need)),
        need,
        money(entry.text("budget_yuan")),
        null,
        entry.whole("period_months"),
        regime(entry),
        entry.text("purchase_method"),
        hoursOffered(entry) ? Project.PricingForm.HOURS_OFFERED : null,
        new Project.Staffing(headcount(entry.text("staff_required")), null, null, null),
        null,
        false,
        false,
        false,
        published,
        null,
        null,
        null,
        source(entry),
        Set.of(),
        Map.of());
  }

  /** Where a project stands that a notice of this kind announced then. */
  private static Project.State state(Entry entry, @Nullable LocalDate published, LocalDate day) {
    var months = entry.whole("period_months");
    boolean over =
        published != null
            && published.plusMonths(months == null ? USUAL_MONTHS : months).isBefore(day);
    return switch (entry.requiredText("notice_type")) {
      case "plan", "intention", "consultation", "project_list", "demand_list" ->
          Project.State.INTENTION;
      case "tender", "call_for_projects", "competition", "change" ->
          over ? Project.State.CLOSED : Project.State.PROCURING;
      case "result_publicity", "result_news", "grant_award" ->
          over ? Project.State.CLOSED : Project.State.AWARDED;
      case "contract", "contract_news", "signing_news" ->
          over ? Project.State.CLOSED : Project.State.CONTRACTED;
      default -> Project.State.CLOSED;
    };
  }

  private static Project.@Nullable Regime regime(Entry entry) {
    var method = entry.textOr("purchase_method", "");
    if (method.contains("公开招标") || method.contains("竞争性磋商") || method.contains("公开采购")) {
      return Project.Regime.GOVERNMENT_PROCUREMENT;
    }
    if (method.contains("比选")) {
      return Project.Regime.SELECTION;
    }
    return entry.texts("service_fields").contains("公益创投")
        ? Project.Regime.VENTURE_PHILANTHROPY
        : null;
  }

  private static boolean hoursOffered(Entry entry) {
    return entry.textOr("scoring_criteria", "").contains("按投标服务工时");
  }

  /** The number where nothing but the number of social workers is demanded. */
  private static @Nullable Integer headcount(@Nullable String staff) {
    if (staff == null) {
      return null;
    }
    var matcher = STAFF.matcher(staff);
    return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
  }

  private static @Nullable Money money(@Nullable String yuan) {
    return yuan == null ? null : Money.of(yuan);
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text != null && WHOLE_DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
  }

  /** The address of an official page; other pages are not named. */
  static String source(Entry entry) {
    return entry.textOr("source_kind", "").equals("official")
        ? entry.textOr("source", "公开信息")
        : "公开信息";
  }
}
