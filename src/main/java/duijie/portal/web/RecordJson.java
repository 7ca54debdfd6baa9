package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.pages.Words;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records for programs: of each what its page shows to the same visitor. */
@Singleton
final class RecordJson {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Words words;
  private final Rows rows;

  RecordJson(Words words, Rows rows) {
    this.words = words;
    this.rows = rows;
  }

  /** A project in short. */
  Map<String, @Nullable Object> brief(Project project) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", project.id().value());
    tree.put("name", project.name());
    tree.put("state", project.state());
    tree.put("open", rows.open(project));
    tree.put("demonstration", project.demonstration());
    tree.put("buyer", project.buyer());
    tree.put("region", region(project.region()));
    tree.put("fields", terms(project.fields()));
    tree.put("budget", yuan(project.budget()));
    tree.put("publishedOn", project.publishedOn());
    tree.put("respondBy", moment(project.respondBy()));
    tree.put("page", Links.project(project.id()));
    return tree;
  }

  /** A project; whom to call about it for those alone who may see that. */
  Map<String, @Nullable Object> of(Project project, boolean contacts) {
    var staffing = project.staffing();
    var demands = new LinkedHashMap<String, @Nullable Object>();
    demands.put("headcount", staffing.headcount());
    demands.put("licensed", staffing.licensed());
    demands.put("licensedShare", staffing.licensedShare());
    demands.put("headYears", staffing.headYears());
    demands.put("minimumGrade", project.minimumGrade());
    demands.put("annualInspection", project.demandsAnnualInspection());
    demands.put("localRegistration", project.demandsLocalRegistration());
    demands.put("smallFirmsOnly", project.smallFirmsOnly());
    var tree = brief(project);
    tree.put("targetGroups", terms(project.targetGroups()));
    tree.put("methods", terms(project.methods()));
    tree.put("need", text(contacts, project.need()));
    tree.put("annualBudget", yuan(project.annualBudget()));
    tree.put("termMonths", project.termMonths());
    tree.put("regime", project.regime());
    tree.put("procurementMethod", project.procurementMethod());
    tree.put("pricing", project.pricing());
    tree.put("demands", demands);
    contacts(tree, contacts, project.contact(), project.phone(), project.source());
    return tree;
  }

  /** An agency in short. */
  Map<String, @Nullable Object> brief(Agency agency) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("id", agency.id().value());
    tree.put("name", agency.name());
    tree.put("state", agency.state());
    tree.put("demonstration", agency.demonstration());
    tree.put("creditCode", agency.creditCode());
    tree.put("type", agency.type());
    tree.put("registeredRegion", region(agency.registeredRegion()));
    tree.put("fields", terms(agency.fields()));
    tree.put("grade", agency.grade());
    tree.put("page", Links.agency(agency.id()));
    return tree;
  }

  /** An agency; whom to call there for those alone who may see that. */
  Map<String, @Nullable Object> of(Agency agency, boolean contacts) {
    var licensed = agency.licensed();
    var staff = new LinkedHashMap<String, @Nullable Object>();
    staff.put("fullTime", agency.fullTimeStaff());
    staff.put("assistants", licensed.assistants());
    staff.put("socialWorkers", licensed.socialWorkers());
    staff.put("seniors", licensed.seniors());
    staff.put("headYears", agency.headYears());
    var tree = brief(agency);
    tree.put("registrar", agency.registrar());
    tree.put("founded", agency.founded());
    tree.put("serviceRegions", agency.serviceRegions().stream().map(this::region).toList());
    tree.put("targetGroups", terms(agency.targetGroups()));
    tree.put("methods", terms(agency.methods()));
    tree.put("gradeValidUntil", agency.gradeValidUntil());
    tree.put("inspectionYear", agency.inspectionYear());
    tree.put("inspectionResult", agency.inspectionResult());
    tree.put("creditStanding", agency.creditStanding());
    tree.put("staff", staff);
    tree.put("currentProjects", agency.currentProjects());
    tree.put("capacity", agency.capacity());
    tree.put("minimumAmount", yuan(agency.minimumAmount()));
    tree.put("maximumAmount", yuan(agency.maximumAmount()));
    tree.put("profile", text(contacts, agency.profile()));
    tree.put("experience", text(contacts, agency.experience()));
    contacts(tree, contacts, agency.contact(), agency.phone(), agency.source());
    return tree;
  }

  private static void contacts(
      Map<String, @Nullable Object> tree,
      boolean shown,
      @Nullable String contact,
      @Nullable String phone,
      @Nullable String source) {
    if (shown) {
      tree.put("contact", contact);
      tree.put("phone", phone);
    }
    tree.put("source", text(shown, source));
  }

  private @Nullable Map<String, String> region(Region.@Nullable Code code) {
    return code == null ? null : named("code", code.value(), words.place(code));
  }

  private List<Map<String, String>> terms(Collection<Term.Id> ids) {
    return ids.stream().map(id -> named("id", id.value(), words.term(id))).toList();
  }

  private static Map<String, String> named(String key, String id, String name) {
    var tree = new LinkedHashMap<String, String>();
    tree.put(key, id);
    tree.put("name", name);
    return tree;
  }

  /** With the offset of Asia/Shanghai, as programs expect it (RFC 3339). */
  private static @Nullable String moment(@Nullable LocalDateTime time) {
    return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE));
  }

  private static @Nullable Object yuan(@Nullable Money money) {
    return money == null ? null : money.yuan();
  }

  private static @Nullable String text(boolean contacts, @Nullable String text) {
    return contacts ? text : Words.withoutContacts(text);
  }
}
