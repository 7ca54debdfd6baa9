package duijie.matching;

import static duijie.matching.FactType.DATE;
import static duijie.matching.FactType.FLAG;
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
import static duijie.matching.Reading.whole;

import duijie.projects.Column;
import duijie.projects.Project;
import duijie.regions.Region;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules may read of a project. */
final class ProjectFactList {

  static final List<Fact<Project>> ALL =
      List.of(
          fact("id", TEXT, "项目编号", (p, s) -> p.id().value()),
          fact("name", TEXT, "项目名称", (p, s) -> cut(p.name(), Reading.NAME)),
          fact("state", TEXT, "状态，如“发布”“对接”", (p, s) -> p.state().label()),
          fact("buyer", TEXT, "购买主体", (p, s) -> cut(p.buyer(), Reading.NAME)),
          fact("buyerKey", TEXT, "购买主体名称，去掉空格、标点并统一全半角，用来比对", (p, s) -> key(p.buyer())),
          fact("region", TEXT, "区划代码", (p, s) -> p.region() == null ? null : p.region().value()),
          fact(
              "regionLevel",
              WHOLE,
              "区划级别：1省 2市 3县 4乡镇",
              (p, s) -> p.region() == null ? null : p.region().level().ordinal() + 1L),
          fact("county", TEXT, "所在县（区）的区划代码；区划只到省、市时就是该省、市", (p, s) -> county(p)),
          fact("fields", TEXTS, "服务领域的标识", (p, s) -> ids(p.fields())),
          fact("targetGroups", TEXTS, "服务对象的标识", (p, s) -> ids(p.targetGroups())),
          fact("methods", TEXTS, "服务方式的标识", (p, s) -> ids(p.methods())),
          fact("need", TEXT, "需求概况的前2000字", (p, s) -> cut(p.need(), Reading.TEXT)),
          fact("needTerms", TERMS, "项目名称、服务领域和需求概况（前2000字）里的词", (p, s) -> needTerms(p, s)),
          fact("budget", NUMBER, "预算金额，元", (p, s) -> number(p.budget())),
          fact("annualBudget", NUMBER, "年度金额，元", (p, s) -> number(p.annualBudget())),
          fact("yearlyAmount", NUMBER, "一年的金额，元：有年度金额用年度金额，否则由预算和期限折算", (p, s) -> yearly(p)),
          fact("termMonths", WHOLE, "服务期限，月", (p, s) -> whole(p.termMonths())),
          fact("regime", TEXT, "采购制度", (p, s) -> p.regime() == null ? null : p.regime().label()),
          fact(
              "procurementMethod",
              TEXT,
              "采购方式",
              (p, s) -> cut(p.procurementMethod(), Reading.NAME)),
          fact("pricing", TEXT, "计价方式", (p, s) -> p.pricing() == null ? null : p.pricing().label()),
          fact("headcount", WHOLE, "社工人数要求", (p, s) -> whole(p.staffing().headcount())),
          fact("licensed", WHOLE, "持证社工人数要求", (p, s) -> whole(p.staffing().licensed())),
          fact("licensedShare", NUMBER, "持证比例要求，百分数0到100", (p, s) -> share(p)),
          fact("headYears", WHOLE, "负责人年限要求", (p, s) -> whole(p.staffing().headYears())),
          fact(
              "minimumGrade",
              WHOLE,
              "最低评估等级，1到5",
              (p, s) -> p.minimumGrade() == null ? null : (long) p.minimumGrade().level()),
          fact("demandsAnnualInspection", FLAG, "须年检合格", (p, s) -> p.demandsAnnualInspection()),
          fact("demandsLocalRegistration", FLAG, "须本地登记", (p, s) -> p.demandsLocalRegistration()),
          fact("smallFirmsOnly", FLAG, "专门面向中小企业", (p, s) -> p.smallFirmsOnly()),
          fact("publishedOn", DATE, "发布日期", (p, s) -> date(p.publishedOn())),
          fact(
              "respondBy",
              DATE,
              "响应截止日期",
              (p, s) -> p.respondBy() == null ? null : date(p.respondBy().toLocalDate())),
          fact(
              "unreadable",
              TEXTS,
              "填了但没看懂的列，用列名；总是有，可能是空的",
              (p, s) -> p.unreadable().stream().map(Column::label).sorted().toList()));

  private ProjectFactList() {}

  private static Fact<Project> fact(
      String name, FactType type, String description, Fact.Reader<Project> reader) {
    return new Fact<>(name, type, description, reader);
  }

  private static @Nullable String county(Project project) {
    var region = project.region();
    if (region == null) {
      return null;
    }
    int digits = Region.Level.COUNTY.digits();
    return region.value().length() <= digits ? region.value() : region.value().substring(0, digits);
  }

  private static @Nullable Double share(Project project) {
    var share = project.staffing().licensedShare();
    return share == null ? null : share.doubleValue();
  }

  private static @Nullable Double yearly(Project project) {
    if (project.annualBudget() != null) {
      return number(project.annualBudget());
    }
    var budget = project.budget();
    var months = project.termMonths();
    if (budget == null || months == null || months <= 0) {
      return null;
    }
    return budget
        .yuan()
        .multiply(BigDecimal.valueOf(12))
        .divide(BigDecimal.valueOf(months), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static @Nullable TermVector needTerms(Project project, Fact.Sources sources) {
    var terms =
        TermVector.of(
            sources.analysis(),
            cut(project.name(), Reading.NAME),
            cut(project.need(), Reading.TEXT),
            Reading.names(project.fields(), sources.vocabulary()));
    return terms.total() == 0 ? null : terms;
  }
}
