package duijie.matching.cel;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.SourceFile;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Projects and agencies of examples. */
final class ExampleRecords {

  /** How an example may say where an agency or a project stands, beside the sheet's columns. */
  private static final String STATE = "状态";

  private static final Set<String> PROJECT_COLUMNS =
      columns(Arrays.stream(duijie.projects.Column.values()).map(c -> c.label()).toList());
  private static final Set<String> AGENCY_COLUMNS =
      columns(Arrays.stream(duijie.agencies.Column.values()).map(c -> c.label()).toList());

  private final Regions regions;
  private final Vocabulary vocabulary;
  private final FileErrors errors;

  ExampleRecords(Regions regions, Vocabulary vocabulary, FileErrors errors) {
    this.regions = regions;
    this.vocabulary = vocabulary;
    this.errors = errors;
  }

  Project project(SourceFile file, @Nullable Node node) {
    var row = ExampleRow.of(file, node, PROJECT_COLUMNS, regions, vocabulary, errors);
    var deadline = row.date("响应截止时间");
    return new Project(
        new Project.Id(Objects.requireNonNullElse(row.text("项目编号"), "示例")),
        Objects.requireNonNullElse(row.text("项目名称"), "示例项目"),
        Objects.requireNonNullElse(
            row.choice(STATE, Project.State.values(), Project.State::label),
            Project.State.PUBLISHED),
        true,
        row.text("购买主体"),
        row.region("区划"),
        row.terms("服务领域", Term.Kind.SERVICE_FIELD),
        row.terms("服务对象", Term.Kind.TARGET_GROUP),
        row.terms("服务方式", Term.Kind.SERVICE_METHOD),
        row.text("需求概况"),
        row.money("预算金额(元)"),
        row.money("年度金额(元)"),
        row.whole("服务期限(月)"),
        row.choice("采购制度", Project.Regime.values(), Project.Regime::label),
        row.text("采购方式"),
        row.choice("计价方式", Project.PricingForm.values(), Project.PricingForm::label),
        new Project.Staffing(
            row.whole("社工人数要求"),
            row.whole("持证社工人数要求"),
            row.percent("持证比例要求(%)"),
            row.whole("负责人年限要求")),
        row.grade("最低评估等级"),
        row.yes("须年检合格"),
        row.yes("须本地登记"),
        row.yes("专门面向中小企业"),
        row.date("发布日期"),
        deadline == null ? null : deadline.atStartOfDay(),
        null,
        null,
        null,
        Arrays.stream(duijie.projects.Column.values())
            .filter(column -> row.unreadable(column.label()))
            .collect(Collectors.toSet()),
        Map.of());
  }

  Agency agency(SourceFile file, @Nullable Node node) {
    var row = ExampleRow.of(file, node, AGENCY_COLUMNS, regions, vocabulary, errors);
    return new Agency(
        new Agency.Id("示例"),
        Objects.requireNonNullElse(row.text("机构名称"), "示例机构"),
        Objects.requireNonNullElse(
            row.choice(STATE, Agency.State.values(), Agency.State::label), Agency.State.VERIFIED),
        true,
        row.creditCode("统一社会信用代码"),
        row.choice("组织类型", Agency.OrganisationType.values(), Agency.OrganisationType::label),
        row.text("登记机关"),
        null,
        row.region("登记地区划"),
        row.regions("服务区域"),
        row.terms("服务领域", Term.Kind.SERVICE_FIELD),
        row.terms("服务对象", Term.Kind.TARGET_GROUP),
        row.terms("服务方式", Term.Kind.SERVICE_METHOD),
        row.grade("评估等级"),
        row.date("等级有效期至"),
        row.whole("最近年检年度"),
        row.choice("年检结论", Agency.InspectionResult.values(), Agency.InspectionResult::label),
        row.choice("信用状态", Agency.CreditStanding.values(), Agency.CreditStanding::label),
        row.whole("专职人数"),
        new Agency.LicensedStaff(row.whole("助理社会工作师"), row.whole("社会工作师"), row.whole("高级社会工作师")),
        row.whole("负责人从业年限"),
        row.whole("在手项目数"),
        row.whole("可承接项目数"),
        row.money("最低承接金额(元)"),
        row.money("最高承接金额(元)"),
        row.text("机构简介"),
        row.text("项目经验"),
        null,
        null,
        null,
        Arrays.stream(duijie.agencies.Column.values())
            .filter(column -> row.unreadable(column.label()))
            .collect(Collectors.toSet()),
        Map.of());
  }

  private static Set<String> columns(Iterable<String> labels) {
    var columns = new LinkedHashSet<String>();
    labels.forEach(columns::add);
    columns.add(STATE);
    return columns;
  }
}
