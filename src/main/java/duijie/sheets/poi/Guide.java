package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.shared.EvaluationGrade;
import duijie.sheets.WorkbookWriter;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * How one column of a template is filled in.
 *
 * @param header the header, with a star where it should be filled in
 * @param look how its cells look
 * @param width in characters
 * @param entry what it takes
 * @param note one or two sentences
 * @param example a value, as people write it
 */
record Guide(String header, Look look, double width, Entry entry, String note, String example) {

  private static final Entry WORDS = new Entry.Words();
  private static final Entry DIGITS = new Entry.Digits();
  private static final Entry YES_NO = new Entry.OneOf(List.of("是", "否"));
  private static final Entry COUNT = new Entry.Whole(0, 100_000);
  private static final Entry YEARS = new Entry.Whole(0, 80);
  private static final Entry AMOUNT = new Entry.Decimal(0, 100_000_000_000L);
  private static final Entry GRADE = Entry.oneOf(EvaluationGrade.values(), EvaluationGrade::label);

  boolean required() {
    return header.endsWith("*");
  }

  static List<Guide> of(WorkbookWriter.Kind kind, Vocabulary vocabulary) {
    return switch (kind) {
      case PROJECTS ->
          Arrays.stream(duijie.projects.Column.values())
              .map(column -> of(column, vocabulary))
              .toList();
      case AGENCIES ->
          Arrays.stream(duijie.agencies.Column.values())
              .map(column -> of(column, vocabulary))
              .toList();
    };
  }

  private static Guide of(duijie.projects.Column column, Vocabulary vocabulary) {
    return switch (column) {
      case ID -> guide(column, DIGITS, "本单位的编号，不能重复；不填时按行号生成。", "P-2026-001");
      case NAME -> guide(column, WORDS, "项目全称。没有名称的行不会导入。", "普济镇社会工作服务站项目");
      case BUYER -> guide(column, WORDS, "出资购买服务的单位全称。", "旺苍县民政局");
      case REGION -> guide(column, WORDS, "服务所在的区划，写名称或代码均可，写到最具体的一级。", "四川省/广元市/旺苍县/普济镇");
      case FIELDS -> terms(column, Term.Kind.SERVICE_FIELD, vocabulary, "养老、社工站");
      case TARGET_GROUPS -> terms(column, Term.Kind.TARGET_GROUP, vocabulary, "老年人、留守儿童");
      case METHODS -> terms(column, Term.Kind.SERVICE_METHOD, vocabulary, "个案、小组");
      case NEED ->
          guide(column, WORDS, "要做什么、为谁做、做多少、要求多少人员。写得越具体，推荐越准。", "为留守老人提供入户探访，全年不少于3000人次");
      case BUDGET -> guide(column, AMOUNT, "整个服务期限的预算，单位为元；也可写“36万”。不确定时留空。", "360000");
      case ANNUAL_BUDGET -> guide(column, AMOUNT, "多年期项目每年的金额，单位为元。", "180000");
      case TERM_MONTHS -> guide(column, new Entry.Whole(1, 120), "服务期限，单位为月。", "24");
      case REGIME ->
          guide(
              column,
              Entry.oneOf(Project.Regime.values(), Project.Regime::label),
              "限额标准以上选“政府采购”，以下选“比选”。",
              "比选");
      case PROCUREMENT_METHOD -> guide(column, WORDS, "公开招标、竞争性磋商、公开比选等。", "公开比选");
      case PRICING ->
          guide(
              column,
              Entry.oneOf(Project.PricingForm.values(), Project.PricingForm::label),
              "价格按什么计算。",
              "固定总价");
      case HEADCOUNT -> guide(column, COUNT, "要求派驻的社工人数；没有要求时留空。", "4");
      case LICENSED -> guide(column, COUNT, "其中持有社会工作者职业资格证书的人数；没有要求时留空。", "2");
      case LICENSED_SHARE ->
          guide(column, new Entry.Decimal(0, 100), "持证人员占比，填0到100之间的数；没有要求时留空。", "50");
      case HEAD_YEARS -> guide(column, YEARS, "要求项目负责人从业满几年；没有要求时留空。", "3");
      case MINIMUM_GRADE -> guide(column, GRADE, "要求的社会组织评估等级；没有要求时留空。", "3A");
      case ANNUAL_INSPECTION -> guide(column, YES_NO, "是否要求最近一次年检合格；不填视为不要求。", "是");
      case LOCAL_REGISTRATION -> guide(column, YES_NO, "是否要求在项目所在县登记；不填视为不要求。", "否");
      case SMALL_FIRMS_ONLY -> guide(column, YES_NO, "民办非企业单位不属于中小企业，填“是”会把它们排除在外。", "否");
      case PUBLISHED_ON -> guide(column, new Entry.Day(), "公开发布的日期。", "2026-03-01");
      case RESPOND_BY ->
          guide(column, new Entry.Moment(), "截止的日期和时间；只写日期时算到当天23:59。", "2026-03-20 17:30");
      case CONTACT -> guide(column, WORDS, "建议填科室或岗位。公开页面不显示。", "社会救助股");
      case PHONE -> guide(column, DIGITS, "带区号。公开页面不显示。", "0839-1234567");
      case SOURCE -> guide(column, WORDS, "公告的网址或文件名称。", "县政府网站采购公告");
    };
  }

  private static Guide of(duijie.agencies.Column column, Vocabulary vocabulary) {
    return switch (column) {
      case NAME -> guide(column, WORDS, "与登记证书一致的全称。没有名称的行不会导入。", "旺苍县米仓山社会工作服务中心");
      case CREDIT_CODE -> guide(column, DIGITS, "18位，会核对校验位，不能重复。", "53100000500019795A");
      case TYPE ->
          guide(
              column,
              Entry.oneOf(Agency.OrganisationType.values(), Agency.OrganisationType::label),
              "与登记证书一致。",
              "民办非企业单位");
      case REGISTRAR -> guide(column, WORDS, "发证机关。", "旺苍县民政局");
      case FOUNDED -> guide(column, new Entry.Day(), "只知道年月时写“2012-02”。", "2012-02-05");
      case REGISTERED_REGION -> guide(column, WORDS, "登记地的区划，写名称或代码均可，写到县一级。", "四川省/广元市/旺苍县");
      case SERVICE_REGIONS -> guide(column, WORDS, "能去服务的区划，多个用顿号隔开；不填视为未知。", "旺苍县、利州区");
      case FIELDS -> terms(column, Term.Kind.SERVICE_FIELD, vocabulary, "养老、社工站");
      case TARGET_GROUPS -> terms(column, Term.Kind.TARGET_GROUP, vocabulary, "老年人、留守儿童");
      case METHODS -> terms(column, Term.Kind.SERVICE_METHOD, vocabulary, "个案、小组");
      case GRADE -> guide(column, GRADE, "社会组织评估等级；没有参评时留空。", "3A");
      case GRADE_VALID_UNTIL -> guide(column, new Entry.Day(), "有效期的最后一天；过期的等级不计。", "2028-12-31");
      case INSPECTION_YEAR -> guide(column, new Entry.Whole(1990, 2100), "最近一次年检的年度。", "2025");
      case INSPECTION_RESULT ->
          guide(
              column,
              Entry.oneOf(Agency.InspectionResult.values(), Agency.InspectionResult::label),
              "该年度的年检结论。",
              "合格");
      case CREDIT_STANDING ->
          guide(
              column,
              Entry.oneOf(Agency.CreditStanding.values(), Agency.CreditStanding::label),
              "以社会组织信用信息公示平台为准。",
              "正常");
      case FULL_TIME_STAFF -> guide(column, COUNT, "专职工作人员人数。不知道时留空，不要填0。", "12");
      case ASSISTANTS -> guide(column, COUNT, "持助理社会工作师证书的人数。不知道时留空，不要填0。", "5");
      case SOCIAL_WORKERS -> guide(column, COUNT, "持社会工作师证书的人数。不知道时留空，不要填0。", "3");
      case SENIORS -> guide(column, COUNT, "持高级社会工作师证书的人数。不知道时留空，不要填0。", "0");
      case HEAD_YEARS -> guide(column, YEARS, "机构负责人从事社会工作的年数。", "8");
      case CURRENT_PROJECTS -> guide(column, COUNT, "正在执行的项目数。", "2");
      case CAPACITY -> guide(column, COUNT, "最多能同时承接的项目总数，含在手项目。", "5");
      case MINIMUM_AMOUNT -> guide(column, AMOUNT, "低于多少元的项目不考虑；不限时留空。也可写“5万”。", "50000");
      case MAXIMUM_AMOUNT -> guide(column, AMOUNT, "高于多少元的项目不考虑；不限时留空。也可写“80万”。", "800000");
      case PROFILE -> guide(column, WORDS, "专长、团队、服务范围。写得越具体，推荐越准。", "专注乡镇社工站建设和居家养老");
      case EXPERIENCE -> guide(column, WORDS, "做过哪些项目，写明年份、购买方和成效。", "2023—2025年承接6个乡镇社工站项目");
      case CONTACT -> guide(column, WORDS, "建议填部门或岗位。公开页面不显示。", "项目部");
      case PHONE -> guide(column, DIGITS, "带区号。公开页面不显示。", "0839-1234567");
      case SOURCE -> guide(column, WORDS, "信息从哪里来。", "机构填报");
    };
  }

  private static Guide terms(
      duijie.projects.Column column, Term.Kind kind, Vocabulary vocabulary, String example) {
    return guide(column, anyOf(kind, vocabulary), several(kind), example);
  }

  private static Guide terms(
      duijie.agencies.Column column, Term.Kind kind, Vocabulary vocabulary, String example) {
    return guide(column, anyOf(kind, vocabulary), several(kind), example);
  }

  private static Entry anyOf(Term.Kind kind, Vocabulary vocabulary) {
    return new Entry.AnyOf(vocabulary.terms(kind).stream().map(Term::name).toList());
  }

  private static String several(Term.Kind kind) {
    return "可从下拉列表选一个标准%s，也可自己填写多个，用顿号隔开；常见的别名也认得。".formatted(kind.label());
  }

  private static Guide guide(
      duijie.projects.Column column, Entry entry, String note, String example) {
    return new Guide(
        ProjectColumns.header(column),
        ProjectColumns.look(column),
        ProjectColumns.width(column),
        entry,
        note,
        example);
  }

  private static Guide guide(
      duijie.agencies.Column column, Entry entry, String note, String example) {
    return new Guide(
        AgencyColumns.header(column),
        AgencyColumns.look(column),
        AgencyColumns.width(column),
        entry,
        note,
        example);
  }
}
