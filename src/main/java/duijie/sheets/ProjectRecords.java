package duijie.sheets;

import duijie.projects.Column;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes projects of the rows of 项目发布表. */
final class ProjectRecords implements Records<Column, Project> {

  private final Understanding<String> identifiers = new Identifiers();
  private final Understanding<String> line = new Texts(false);
  private final Understanding<String> lines = new Texts(true);
  private final Understanding<Region.Code> places;
  private final Understanding<Set<Term.Id>> fields;
  private final Understanding<Set<Term.Id>> targetGroups;
  private final Understanding<Set<Term.Id>> methods;
  private final Understanding<Money> budgets;
  private final Understanding<Money> annualBudgets;
  private final Understanding<Integer> months;
  private final Understanding<Integer> people = Counts.demandedPeople().remembering();
  private final Understanding<Integer> years = Counts.demandedYears().remembering();
  private final Understanding<BigDecimal> shares = new Shares().remembering();
  private final Understanding<EvaluationGrade> grades = new Grades(true).remembering();
  private final Understanding<Boolean> yesNo = new YesNo();
  private final Understanding<LocalDateTime> deadlines = new Deadlines().remembering();
  private final Map<String, Integer> rowsById = new HashMap<>();

  ProjectRecords(Header<Column> header, Regions regions, Vocabulary vocabulary) {
    places = new Places(regions).remembering();
    fields = new Terms(vocabulary, Term.Kind.SERVICE_FIELD).remembering();
    targetGroups = new Terms(vocabulary, Term.Kind.TARGET_GROUP).remembering();
    methods = new Terms(vocabulary, Term.Kind.SERVICE_METHOD).remembering();
    budgets = new Amounts(unit(header.unit(Column.BUDGET)), true, true).remembering();
    annualBudgets = new Amounts(unit(header.unit(Column.ANNUAL_BUDGET)), true, true).remembering();
    months = new Months(header.unit(Column.TERM_MONTHS).equals("年") ? 12 : 1).remembering();
  }

  @Override
  public @Nullable Project record(Filled<Column> row, Map<String, String> extra) {
    var id = row.read(Column.ID, identifiers);
    var name = row.read(Column.NAME, line);
    if (name == null) {
      row.say(Column.NAME, ProblemCode.NAME_MISSING, "没有填写，本行未导入。请补填项目名称。");
    }
    // The whole row is read all the same, so that everything can be mended in one pass.
    var project = project(row, id, name == null ? "" : name, extra);
    return name == null || repeats(row, id) ? null : project;
  }

  private Project project(
      Filled<Column> row, @Nullable String id, String name, Map<String, String> extra) {
    var buyer = row.read(Column.BUYER, line);
    var region = row.read(Column.REGION, places);
    var servedFields = row.read(Column.FIELDS, fields, Set::of);
    var groups = row.read(Column.TARGET_GROUPS, targetGroups, Set::of);
    var ways = row.read(Column.METHODS, methods, Set::of);
    var need = row.read(Column.NEED, lines);
    var budget = row.read(Column.BUDGET, budgets);
    var annual = row.read(Column.ANNUAL_BUDGET, annualBudgets);
    if (budget != null && annual != null && annual.compareTo(budget) > 0) {
      row.say(
          Column.ANNUAL_BUDGET,
          ProblemCode.DOUBTFUL_VALUE,
          "为 " + annual + "，比预算金额 " + budget + " 还多。请核对两处金额和单位。");
    }
    var term = row.read(Column.TERM_MONTHS, months);
    var regime = row.read(Column.REGIME, Choices.REGIME);
    var procurement = row.read(Column.PROCUREMENT_METHOD, line);
    var pricing = row.read(Column.PRICING, Choices.PRICING);
    var staffing = staffing(row);
    var grade = row.read(Column.MINIMUM_GRADE, grades);
    boolean inspection = row.read(Column.ANNUAL_INSPECTION, yesNo, () -> false);
    boolean local = row.read(Column.LOCAL_REGISTRATION, yesNo, () -> false);
    boolean smallFirms = row.read(Column.SMALL_FIRMS_ONLY, yesNo, () -> false);
    var published = row.read(Column.PUBLISHED_ON, Dates.whole());
    var respondBy = row.read(Column.RESPOND_BY, deadlines);
    if (published != null && respondBy != null && respondBy.toLocalDate().isBefore(published)) {
      row.reject(
          Column.RESPOND_BY,
          ProblemCode.CONTRADICTION,
          "为 " + respondBy.toLocalDate() + "，早于发布日期 " + published + "，按未知处理。请核对两处日期。");
      respondBy = null;
    }
    return new Project(
        new Project.Id(id == null ? "row-" + row.row() : id),
        name,
        Project.State.PUBLISHED,
        false,
        buyer,
        region,
        servedFields,
        groups,
        ways,
        need,
        budget,
        annual,
        term,
        regime,
        procurement,
        pricing,
        staffing,
        grade,
        inspection,
        local,
        smallFirms,
        published,
        respondBy,
        row.read(Column.CONTACT, line),
        row.read(Column.PHONE, line),
        row.read(Column.SOURCE, lines),
        row.unreadable(),
        extra);
  }

  private Project.Staffing staffing(Filled<Column> row) {
    var headcount = row.read(Column.HEADCOUNT, people);
    var licensed = row.read(Column.LICENSED, people);
    if (headcount != null && licensed != null && licensed > headcount) {
      row.say(
          Column.LICENSED,
          ProblemCode.DOUBTFUL_VALUE,
          "为 " + licensed + " 人，比社工人数要求 " + headcount + " 人还多。请核对。");
    }
    return new Project.Staffing(
        headcount,
        licensed,
        row.read(Column.LICENSED_SHARE, shares),
        row.read(Column.HEAD_YEARS, years));
  }

  private boolean repeats(Filled<Column> row, @Nullable String id) {
    if (id == null) {
      return false;
    }
    var earlier = rowsById.putIfAbsent(Typed.key(id), row.row());
    if (earlier == null) {
      return false;
    }
    row.say(
        Column.ID,
        ProblemCode.DUPLICATE_ID,
        "填的是" + Typed.quote(id) + "，与第 " + earlier + " 行重复，本行未导入。请改成不同的编号，或删去重复的行。");
    return true;
  }

  private static BigDecimal unit(String unit) {
    return new BigDecimal(unit.startsWith("万") ? 10_000 : 1);
  }
}
