package duijie.projects.web;

import duijie.api.Sent;
import duijie.pages.Form;
import duijie.projects.Column;
import duijie.projects.Notice;
import duijie.projects.Publication;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The form of a project: its sections, its fields, and how each is called. */
final class ProjectForm {

  /** The clauses that a buyer writes beside the columns, by their field's name. */
  static final Map<String, String> CLAUSES = clauses();

  /** What an intention says of the time, and nothing else does (财库〔2020〕10号). */
  private static final Map<String, String> EXPECTED = Map.of("expected", "预计采购时间");

  /** The sections in the order of the page. */
  static final List<Section> SECTIONS =
      List.of(
          new Section(
              "要买什么",
              List.of(
                  line(Column.NAME, "例如：普济镇社会工作服务站项目"),
                  line(Column.BUYER, ""),
                  line(Column.REGION, "服务在哪里开展，例如：四川省/广元市/旺苍县/普济镇"),
                  line(Column.FIELDS, "用“、”隔开，例如：社工站、养老"),
                  line(Column.TARGET_GROUPS, "例如：老年人、留守儿童"),
                  line(Column.METHODS, "例如：个案、小组、社区活动"),
                  text(Column.NEED, "做什么、给多少人做、做到什么程度"))),
          new Section(
              "多少钱、多久、怎么买",
              List.of(
                  line(Column.BUDGET, "全部服务期的总额，例如：120万 或 1,200,000"),
                  line(Column.ANNUAL_BUDGET, "一年的金额，跨年的项目填写"),
                  line(Column.TERM_MONTHS, "例如：12"),
                  choice(Column.REGIME, "政府采购", "比选", "公益创投"),
                  line(Column.PROCUREMENT_METHOD, "例如：竞争性磋商、公开比选"),
                  choice(Column.PRICING, "竞价", "固定总价", "岗位", "人月", "活动", "工时"),
                  line(Column.RESPOND_BY, "例如：2026-12-20 17:00"))),
          new Section(
              "对机构的要求",
              List.of(
                  line(Column.HEADCOUNT, "人"),
                  line(Column.LICENSED, "人"),
                  line(Column.LICENSED_SHARE, "百分比，例如：70"),
                  line(Column.HEAD_YEARS, "年"),
                  line(Column.MINIMUM_GRADE, "例如：3A"),
                  choice(Column.ANNUAL_INSPECTION, "是", "否"),
                  choice(Column.LOCAL_REGISTRATION, "是", "否"),
                  choice(Column.SMALL_FIRMS_ONLY, "是", "否"))),
          new Section(
              "联系与编号",
              List.of(
                  line(Column.CONTACT, "不向公众显示"),
                  line(Column.PHONE, "不向公众显示"),
                  line(Column.ID, "留空由系统编号"))));

  private ProjectForm() {}

  /** Fields under a heading. */
  record Section(String title, List<Field> fields) {}

  /**
   * A field.
   *
   * @param choices what there is to choose from; empty where it is typed
   * @param lines how many lines it has
   */
  record Field(Column column, String hint, List<String> choices, int lines) {}

  private static Map<Column, String> typed(Form form) {
    var typed = new EnumMap<Column, String>(Column.class);
    SECTIONS.stream()
        .flatMap(section -> section.fields().stream())
        .forEach(field -> typed.put(field.column(), form.text(name(field.column()))));
    return typed;
  }

  /** The same of what a program sent. */
  static Map<Column, String> typed(Sent body) {
    var typed = new EnumMap<Column, String>(Column.class);
    var fields = SECTIONS.stream().flatMap(section -> section.fields().stream()).toList();
    var names = fields.stream().map(field -> name(field.column())).collect(Collectors.toSet());
    var sent = body.texts(DraftJson.COLUMNS, names);
    for (var field : fields) {
      var texts = sent.getOrDefault(name(field.column()), List.of());
      if (!texts.isEmpty()) {
        typed.put(field.column(), String.join("、", texts).strip());
      }
    }
    return typed;
  }

  /** The clauses of such a notice that a program sent, by heading. */
  static Map<String, String> clauses(Sent body, Notice.Kind kind) {
    var headings = clausesOf(kind);
    var clauses = new LinkedHashMap<String, String>();
    body.texts(DraftJson.CLAUSES, headings.keySet())
        .forEach(
            (name, texts) ->
                clauses.put(headings.getOrDefault(name, name), String.join("\n", texts).strip()));
    return clauses;
  }

  /** The clauses that such a notice may have, by their field's name. */
  static Map<String, String> clausesOf(Notice.Kind kind) {
    return kind == Notice.Kind.INTENTION ? EXPECTED : CLAUSES;
  }

  /** What was typed into a form, to be published as before. */
  static Publication.Content content(Form form, Publication.Purpose purpose) {
    var clauses = new LinkedHashMap<String, String>();
    clausesOf(purpose.kind()).forEach((name, heading) -> clauses.put(heading, form.text(name)));
    return new Publication.Content(
        purpose.amending()
            ? purpose.because(form.text("amendment-reason"), form.has("affecting"))
            : purpose,
        typed(form),
        clauses);
  }

  /** The name of a column's field. */
  static String name(Column column) {
    return column.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Field line(Column column, String hint) {
    return new Field(column, hint, List.of(), 1);
  }

  private static Field text(Column column, String hint) {
    return new Field(column, hint, List.of(), 6);
  }

  private static Field choice(Column column, String... choices) {
    return new Field(column, "", List.of(choices), 1);
  }

  private static Map<String, String> clauses() {
    var clauses = new LinkedHashMap<String, String>();
    clauses.put("qualification", "资格条件");
    clauses.put("staff", "人员要求");
    clauses.put("scoring", "评分标准");
    clauses.put("payment", "付款方式");
    return clauses;
  }
}
