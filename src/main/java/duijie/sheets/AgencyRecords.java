package duijie.sheets;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.PartialDate;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes agencies of the rows of 机构名录. */
final class AgencyRecords implements Records<Column, Agency> {

  private final Understanding<String> line = new Texts(false);
  private final Understanding<String> lines = new Texts(true);
  private final Understanding<CreditCode> codes = new CreditCodes();
  private final Understanding<PartialDate> partialDates = Dates.partial().remembering();
  private final Understanding<LocalDate> dates = Dates.whole().remembering();
  private final Understanding<Region.Code> places;
  private final ServiceAreas areas;
  private final Understanding<Set<Term.Id>> fields;
  private final Understanding<Set<Term.Id>> targetGroups;
  private final Understanding<Set<Term.Id>> methods;
  private final Understanding<EvaluationGrade> grades = new Grades(false).remembering();
  private final Understanding<Integer> people = Counts.people().remembering();
  private final Understanding<Integer> projects = Counts.projects().remembering();
  private final Understanding<Integer> years = Counts.years().remembering();
  private final Understanding<Money> minimums;
  private final Understanding<Money> maximums;
  private final KnownAgencies known = new KnownAgencies();
  private final AgencyDoubts doubts;
  private final LocalDate asOf;

  /** Makes them as of a day after which nothing can have happened yet. */
  AgencyRecords(Header<Column> header, Regions regions, Vocabulary vocabulary, LocalDate asOf) {
    this.asOf = asOf;
    doubts = new AgencyDoubts(asOf);
    places = new Places(regions).remembering();
    areas = new ServiceAreas(regions, places);
    fields = new Terms(vocabulary, Term.Kind.SERVICE_FIELD).remembering();
    targetGroups = new Terms(vocabulary, Term.Kind.TARGET_GROUP).remembering();
    methods = new Terms(vocabulary, Term.Kind.SERVICE_METHOD).remembering();
    minimums = new Amounts(unit(header.unit(Column.MINIMUM_AMOUNT)), false, false).remembering();
    maximums = new Amounts(unit(header.unit(Column.MAXIMUM_AMOUNT)), true, false).remembering();
  }

  @Override
  public @Nullable Agency record(Filled<Column> row, Map<String, String> extra) {
    var name = row.read(Column.NAME, line);
    if (name == null) {
      row.say(Column.NAME, ProblemCode.NAME_MISSING, "没有填写，本行未导入。请补填机构名称。");
    }
    // The whole row is read all the same, so that everything can be mended in one pass.
    var agency = agency(row, name == null ? "" : name, extra);
    doubts.say(agency, row);
    return name == null || known.repeats(agency, row) ? null : agency;
  }

  private Agency agency(Filled<Column> row, String name, Map<String, String> extra) {
    var code = row.read(Column.CREDIT_CODE, codes);
    var type = row.read(Column.TYPE, Choices.ORGANISATION_TYPE);
    var registrar = row.read(Column.REGISTRAR, line);
    var founded = row.read(Column.FOUNDED, partialDates);
    var region = row.read(Column.REGISTERED_REGION, places);
    var serviceRegions = row.read(Column.SERVICE_REGIONS, areas.of(region), Set::of);
    var served = row.read(Column.FIELDS, fields, Set::of);
    var groups = row.read(Column.TARGET_GROUPS, targetGroups, Set::of);
    var ways = row.read(Column.METHODS, methods, Set::of);
    var grade = row.read(Column.GRADE, grades);
    var validUntil = validUntil(row, founded);
    var inspectionYear = inspectionYear(row);
    var inspection = row.read(Column.INSPECTION_RESULT, Choices.INSPECTION);
    var standing = row.read(Column.CREDIT_STANDING, Choices.CREDIT_STANDING);
    var fullTime = row.read(Column.FULL_TIME_STAFF, people);
    var licensed =
        new Agency.LicensedStaff(
            row.read(Column.ASSISTANTS, people),
            row.read(Column.SOCIAL_WORKERS, people),
            row.read(Column.SENIORS, people));
    var headYears = row.read(Column.HEAD_YEARS, years);
    var current = row.read(Column.CURRENT_PROJECTS, projects);
    var capacity = row.read(Column.CAPACITY, projects);
    var minimum = row.read(Column.MINIMUM_AMOUNT, minimums);
    var maximum = row.read(Column.MAXIMUM_AMOUNT, maximums);
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      var sentence = "最低承接金额 " + minimum + " 高于最高承接金额 " + maximum + "，两项都按未知处理。请核对。";
      row.reject(Column.MINIMUM_AMOUNT, ProblemCode.CONTRADICTION, sentence);
      row.reject(Column.MAXIMUM_AMOUNT, ProblemCode.CONTRADICTION, sentence);
      minimum = null;
      maximum = null;
    }
    return new Agency(
        new Agency.Id("row-" + row.row()),
        name,
        Agency.State.VERIFIED,
        false,
        code,
        type,
        registrar,
        founded,
        region,
        serviceRegions,
        served,
        groups,
        ways,
        grade,
        validUntil,
        inspectionYear,
        inspection,
        standing,
        fullTime,
        licensed,
        headYears,
        current,
        capacity,
        minimum,
        maximum,
        row.read(Column.PROFILE, lines),
        row.read(Column.EXPERIENCE, lines),
        row.read(Column.CONTACT, line),
        row.read(Column.PHONE, line),
        row.read(Column.SOURCE, lines),
        row.unreadable(),
        extra);
  }

  private @Nullable Integer inspectionYear(Filled<Column> row) {
    var year = row.read(Column.INSPECTION_YEAR, Dates.years());
    if (year == null || year <= asOf.getYear()) {
      return year;
    }
    row.reject(
        Column.INSPECTION_YEAR,
        ProblemCode.OUT_OF_RANGE,
        "为 " + year + "，晚于基准日期 " + asOf + " 所在的年度，按未知处理。请核对。");
    return null;
  }

  private @Nullable LocalDate validUntil(Filled<Column> row, @Nullable PartialDate founded) {
    var validUntil = row.read(Column.GRADE_VALID_UNTIL, dates);
    if (validUntil == null || founded == null || validUntil.getYear() >= founded.year()) {
      return validUntil;
    }
    row.reject(
        Column.GRADE_VALID_UNTIL,
        ProblemCode.CONTRADICTION,
        "为 " + validUntil + "，早于成立日期 " + founded + "，按未知处理。请核对两处日期。");
    return null;
  }

  private static BigDecimal unit(String unit) {
    return new BigDecimal(unit.startsWith("万") ? 10_000 : 1);
  }
}
