package duijie.matching;

import static duijie.matching.FactType.DATE;
import static duijie.matching.FactType.NUMBER;
import static duijie.matching.FactType.TERMS;
import static duijie.matching.FactType.TEXT;
import static duijie.matching.FactType.TEXTS;
import static duijie.matching.FactType.WHOLE;
import static duijie.matching.Reading.cut;
import static duijie.matching.Reading.date;
import static duijie.matching.Reading.ids;
import static duijie.matching.Reading.key;
import static duijie.matching.Reading.number;
import static duijie.matching.Reading.related;
import static duijie.matching.Reading.whole;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.regions.Region;
import duijie.vocabulary.Term;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rules may read of an agency. */
final class AgencyFactList {

  static final List<Fact<Agency>> ALL =
      List.of(
          fact("name", TEXT, "机构名称", (a, s) -> cut(a.name(), Reading.NAME)),
          fact("nameKey", TEXT, "机构名称，去掉空格、标点并统一全半角，用来比对", (a, s) -> key(a.name())),
          fact("state", TEXT, "在平台的状态，如“通过”“暂停”“注销”", (a, s) -> a.state().label()),
          fact(
              "creditCode",
              TEXT,
              "统一社会信用代码",
              (a, s) -> a.creditCode() == null ? null : a.creditCode().value()),
          fact(
              "type",
              TEXT,
              "组织类型，如“民办非企业单位”",
              (a, s) -> a.type() == null ? null : a.type().label()),
          fact("registrar", TEXT, "登记机关", (a, s) -> cut(a.registrar(), Reading.NAME)),
          fact(
              "foundedYear",
              WHOLE,
              "成立年份",
              (a, s) -> a.founded() == null ? null : (long) a.founded().year()),
          fact(
              "registeredRegion",
              TEXT,
              "登记地区划代码",
              (a, s) -> a.registeredRegion() == null ? null : a.registeredRegion().value()),
          fact("serviceRegions", TEXTS, "服务区域的区划代码", (a, s) -> codes(a.serviceRegions())),
          fact("regions", TEXTS, "服务区域和登记地的区划代码", (a, s) -> codes(regions(a))),
          fact("fields", TEXTS, "服务领域的标识", (a, s) -> ids(a.fields())),
          fact("relatedFields", TEXTS, "服务领域及其上级、下级领域", (a, s) -> related(a.fields(), s)),
          fact("targetGroups", TEXTS, "服务对象的标识", (a, s) -> ids(a.targetGroups())),
          fact("relatedTargetGroups", TEXTS, "服务对象及其上级、下级", (a, s) -> related(a.targetGroups(), s)),
          fact("methods", TEXTS, "服务方式的标识", (a, s) -> ids(a.methods())),
          fact("relatedMethods", TEXTS, "服务方式及其上级、下级", (a, s) -> related(a.methods(), s)),
          fact(
              "grade",
              WHOLE,
              "评估等级，1到5，不管是否过期",
              (a, s) -> a.grade() == null ? null : (long) a.grade().level()),
          fact("gradeValidUntil", DATE, "等级有效期至，含当日", (a, s) -> date(a.gradeValidUntil())),
          fact("inspectionYear", WHOLE, "最近年检年度", (a, s) -> whole(a.inspectionYear())),
          fact(
              "inspectionResult",
              TEXT,
              "年检结论",
              (a, s) -> a.inspectionResult() == null ? null : a.inspectionResult().label()),
          fact(
              "creditStanding",
              TEXT,
              "信用状态",
              (a, s) -> a.creditStanding() == null ? null : a.creditStanding().label()),
          fact("fullTimeStaff", WHOLE, "专职人数", (a, s) -> whole(a.fullTimeStaff())),
          fact(
              "licensed",
              WHOLE,
              "持证社工人数，三个级别都填了才有",
              (a, s) -> a.licensed().complete() ? (long) a.licensed().atLeast() : null),
          fact(
              "licensedAtLeast",
              WHOLE,
              "已填级别的持证社工人数之和；总是有，可能是0",
              (a, s) -> (long) a.licensed().atLeast()),
          fact("assistants", WHOLE, "助理社会工作师人数", (a, s) -> whole(a.licensed().assistants())),
          fact("socialWorkers", WHOLE, "社会工作师人数", (a, s) -> whole(a.licensed().socialWorkers())),
          fact("seniors", WHOLE, "高级社会工作师人数", (a, s) -> whole(a.licensed().seniors())),
          fact("headYears", WHOLE, "负责人从业年限", (a, s) -> whole(a.headYears())),
          fact("currentProjects", WHOLE, "在手项目数", (a, s) -> whole(a.currentProjects())),
          fact("capacity", WHOLE, "可承接项目总数，含在手的", (a, s) -> whole(a.capacity())),
          fact("minimumAmount", NUMBER, "最低承接金额，元", (a, s) -> number(a.minimumAmount())),
          fact("maximumAmount", NUMBER, "最高承接金额，元", (a, s) -> number(a.maximumAmount())),
          fact("profile", TEXT, "机构简介的前2000字", (a, s) -> cut(a.profile(), Reading.TEXT)),
          fact("experience", TEXT, "项目经验的前2000字", (a, s) -> cut(a.experience(), Reading.TEXT)),
          fact(
              "experienceFields",
              TEXTS,
              "项目经验前2000字里提到的服务领域；填了项目经验就有，可能是空的",
              (a, s) -> experienced(a, s)),
          fact(
              "relatedExperienceFields",
              TEXTS,
              "项目经验前2000字里提到的服务领域及其上级、下级；填了项目经验就有",
              (a, s) -> relatedToExperience(a, s)),
          fact("terms", TERMS, "机构名称、服务领域、简介和项目经验（各取前2000字）里的词；简介和经验都没填就没有", (a, s) -> terms(a, s)),
          fact(
              "unreadable",
              TEXTS,
              "填了但没看懂的列，用列名；总是有，可能是空的",
              (a, s) -> a.unreadable().stream().map(Column::label).sorted().toList()));

  private AgencyFactList() {}

  private static Fact<Agency> fact(
      String name, FactType type, String description, Fact.Reader<Agency> reader) {
    return new Fact<>(name, type, description, reader);
  }

  private static Set<Region.Code> regions(Agency agency) {
    var regions = new TreeSet<>(agency.serviceRegions());
    if (agency.registeredRegion() != null) {
      regions.add(agency.registeredRegion());
    }
    return regions;
  }

  private static @Nullable List<String> codes(Set<Region.Code> regions) {
    return regions.isEmpty() ? null : regions.stream().map(Region.Code::value).toList();
  }

  private static @Nullable Set<Term.Id> mentioned(Agency agency, Fact.Sources sources) {
    var experience = cut(agency.experience(), Reading.TEXT);
    if (experience == null || experience.isBlank()) {
      return null;
    }
    return sources.vocabulary().mentioned(Term.Kind.SERVICE_FIELD, experience).stream()
        .map(Term::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable List<String> experienced(Agency agency, Fact.Sources sources) {
    var mentioned = mentioned(agency, sources);
    return mentioned == null ? null : mentioned.stream().map(Term.Id::value).toList();
  }

  private static @Nullable List<String> relatedToExperience(Agency agency, Fact.Sources sources) {
    var mentioned = mentioned(agency, sources);
    if (mentioned == null) {
      return null;
    }
    var related = related(mentioned, sources);
    return related == null ? List.of() : related;
  }

  private static @Nullable TermVector terms(Agency agency, Fact.Sources sources) {
    if (agency.profile() == null && agency.experience() == null) {
      return null;
    }
    return TermVector.of(
        sources.analysis(),
        cut(agency.name(), Reading.NAME),
        cut(agency.profile(), Reading.TEXT),
        cut(agency.experience(), Reading.TEXT),
        Reading.names(agency.fields(), sources.vocabulary()));
  }
}
