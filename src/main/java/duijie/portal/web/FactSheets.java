package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.pages.Words;
import duijie.projects.Project;
import duijie.vocabulary.Term;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is known of a record. For everyone to read, contact persons and phones are left out;
 * columns that the product does not know, which may hold either, are shown to nobody.
 */
@Singleton
final class FactSheets {

  private final Words words;
  private final Rows rows;

  FactSheets(Words words, Rows rows) {
    this.words = words;
    this.rows = rows;
  }

  /** The names of these service fields. */
  List<String> fields(Collection<Term.Id> fields) {
    return words.terms(fields);
  }

  List<RecordPage.Group> of(Project project, boolean contacts) {
    var respondBy = project.respondBy();
    return List.of(
        new RecordPage.Group(
            "需求",
            List.of(
                Fact.of("购买主体", project.buyer()),
                Fact.of("区划", words.placeOrNull(project.region())),
                Fact.of("服务领域", words.terms(project.fields())),
                Fact.of("服务对象", words.terms(project.targetGroups())),
                Fact.of("服务方式", words.terms(project.methods())),
                Fact.text("需求概况", text(contacts, project.need())))),
        new RecordPage.Group(
            "金额与采购",
            List.of(
                Fact.of("预算金额", project.budget() == null ? null : Words.amount(project.budget())),
                Fact.of(
                    "年度金额",
                    project.annualBudget() == null ? null : Words.amount(project.annualBudget())),
                Fact.of("服务期限", Words.number(project.termMonths(), "个月")),
                Fact.of("采购制度", project.regime() == null ? null : project.regime().label()),
                Fact.of("采购方式", project.procurementMethod()),
                Fact.of("计价方式", project.pricing() == null ? null : project.pricing().label()),
                Fact.of(
                    "发布日期",
                    project.publishedOn() == null ? null : project.publishedOn().toString()),
                Fact.of("响应截止时间", respondBy == null ? null : Words.minute(respondBy))
                    .noting(respondBy == null ? null : rows.over(respondBy) ? "已截止" : "北京时间"))),
        new RecordPage.Group("对机构的要求", demands(project)),
        sources(project.source(), project.contact(), project.phone(), contacts, Set.of()));
  }

  private static List<Fact> demands(Project project) {
    var staffing = project.staffing();
    var facts = new ArrayList<Fact>();
    add(facts, "社工人数", Words.number(staffing.headcount(), "人"));
    add(facts, "持证社工人数", Words.number(staffing.licensed(), "人"));
    add(facts, "持证比例", Words.number(staffing.licensedShare(), "%"));
    add(facts, "负责人从业年限", Words.number(staffing.headYears(), "年"));
    add(facts, "最低评估等级", project.minimumGrade() == null ? null : project.minimumGrade().label());
    add(facts, "年检", project.demandsAnnualInspection() ? "须年检合格" : null);
    add(facts, "登记地", project.demandsLocalRegistration() ? "须在本县登记" : null);
    add(facts, "面向企业规模", project.smallFirmsOnly() ? "专门面向中小企业" : null);
    return facts.isEmpty() ? List.of(Fact.of("要求", "没有提出专门要求")) : facts;
  }

  private static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null) {
      facts.add(Fact.of(label, value));
    }
  }

  List<RecordPage.Group> of(Agency agency, boolean contacts) {
    var licensed = agency.licensed();
    return List.of(
        new RecordPage.Group(
            "登记与信用",
            List.of(
                Fact.of(
                    "统一社会信用代码", agency.creditCode() == null ? null : agency.creditCode().value()),
                Fact.of("组织类型", agency.type() == null ? null : agency.type().label()),
                Fact.of("登记机关", agency.registrar()),
                Fact.of("成立日期", agency.founded() == null ? null : agency.founded().toString()),
                Fact.of("登记地", words.placeOrNull(agency.registeredRegion())),
                Fact.of("评估等级", agency.grade() == null ? null : agency.grade().label())
                    .noting(
                        agency.gradeValidUntil() == null
                            ? null
                            : "有效期至 " + agency.gradeValidUntil()),
                Fact.of(
                        "年检结论",
                        agency.inspectionResult() == null
                            ? null
                            : agency.inspectionResult().label())
                    .noting(
                        agency.inspectionYear() == null ? null : agency.inspectionYear() + " 年度"),
                Fact.of(
                    "信用状态",
                    agency.creditStanding() == null ? null : agency.creditStanding().label()))),
        new RecordPage.Group(
            "服务",
            List.of(
                Fact.of("服务区域", words.places(agency.serviceRegions())),
                Fact.of("服务领域", words.terms(agency.fields())),
                Fact.of("服务对象", words.terms(agency.targetGroups())),
                Fact.of("服务方式", words.terms(agency.methods())),
                Fact.text("机构简介", text(contacts, agency.profile())),
                Fact.text("项目经验", text(contacts, agency.experience())))),
        new RecordPage.Group(
            "人员与承接能力",
            List.of(
                Fact.of("专职人数", Words.number(agency.fullTimeStaff(), "人")),
                Fact.of("助理社会工作师", Words.number(licensed.assistants(), "人")),
                Fact.of("社会工作师", Words.number(licensed.socialWorkers(), "人")),
                Fact.of("高级社会工作师", Words.number(licensed.seniors(), "人")),
                Fact.of("负责人从业年限", Words.number(agency.headYears(), "年")),
                Fact.of("在手项目数", Words.number(agency.currentProjects(), "个")),
                Fact.of("可承接项目数", Words.number(agency.capacity(), "个")),
                Fact.of(
                    "最低承接金额",
                    agency.minimumAmount() == null ? null : Words.amount(agency.minimumAmount())),
                Fact.of(
                    "最高承接金额",
                    agency.maximumAmount() == null ? null : Words.amount(agency.maximumAmount())))),
        sources(agency.source(), agency.contact(), agency.phone(), contacts, agency.unreadable()));
  }

  private static RecordPage.Group sources(
      @Nullable String source,
      @Nullable String contact,
      @Nullable String phone,
      boolean contacts,
      Set<Column> unreadable) {
    var facts = new ArrayList<Fact>();
    if (contacts) {
      facts.add(Fact.of("联系人", contact));
      facts.add(Fact.of("联系电话", phone));
    }
    facts.add(source(source, contacts));
    if (!unreadable.isEmpty()) {
      var labels = unreadable.stream().sorted().map(Column::label).toList();
      facts.add(Fact.of("没有读懂的栏目", labels).noting("按未知处理"));
    }
    return new RecordPage.Group(contacts ? "联系与来源" : "来源", facts);
  }

  /** Where the facts were read; a link only where it is an address of the web. */
  private static Fact source(@Nullable String source, boolean contacts) {
    boolean link = source != null && source.matches("https?://[\\x21-\\x7e]+");
    return Fact.text("信息来源", text(contacts, source)).leadingTo(link ? source : null);
  }

  private static @Nullable String text(boolean contacts, @Nullable String text) {
    return contacts ? text : Words.withoutContacts(text);
  }
}
