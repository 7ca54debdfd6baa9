package duijie.agencies.web;

import duijie.agencies.Agency;
import duijie.agencies.Answers;
import duijie.agencies.Column;
import duijie.agencies.ProfileReading.Fault;
import duijie.agencies.Section;
import duijie.agencies.web.FieldView.Kind;
import duijie.agencies.web.FieldView.Option;
import duijie.pages.Form;
import duijie.pages.Problem;
import duijie.shared.EvaluationGrade;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions of a profile as fields of a form. */
@Singleton
final class Fields {

  /** Under what terms stand that have none above or below them. */
  private static final String OTHERS = "其他";

  private final Vocabulary vocabulary;
  private final Shown shown;

  Fields(Vocabulary vocabulary, Shown shown) {
    this.vocabulary = vocabulary;
    this.shown = shown;
  }

  /** What the field of a question is called on the page. */
  static String id(Column column) {
    return column.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<Problem> problems(List<Fault> faults) {
    return faults.stream().map(f -> new Problem(id(f.column()), f.sentence())).toList();
  }

  static Answers read(Section section, Form form) {
    var answers = new EnumMap<Column, List<String>>(Column.class);
    section
        .columns()
        .forEach(
            column ->
                answers.put(
                    column,
                    kind(column) == Kind.SOME_OF
                        ? form.all(id(column)).stream().sorted().toList()
                        : List.of(form.text(id(column)))));
    return new Answers(answers);
  }

  /**
   * The fields of a section.
   *
   * @param others what somebody else has stored meanwhile, or null
   */
  List<FieldView> of(
      Section section, Answers answers, List<Fault> faults, @Nullable Answers others) {
    return section.columns().stream()
        .map(
            column ->
                new FieldView(
                    id(column),
                    column.label(),
                    kind(column),
                    section.requires(column),
                    hint(column),
                    answers.all(column),
                    options(column),
                    problem(column, faults),
                    other(column, answers, others)))
        .toList();
  }

  private static @Nullable String problem(Column column, List<Fault> faults) {
    var sentences =
        faults.stream()
            .filter(fault -> fault.column() == column)
            .map(Fault::sentence)
            .collect(Collectors.joining(" "));
    return sentences.isEmpty() ? null : sentences;
  }

  private @Nullable String other(Column column, Answers answers, @Nullable Answers others) {
    if (others == null || others.all(column).equals(answers.all(column))) {
      return null;
    }
    var texts = shown.texts(column, others);
    return texts.isEmpty() ? "（没有填）" : String.join("、", texts);
  }

  static Kind kind(Column column) {
    return switch (column) {
      case TYPE, GRADE, INSPECTION_RESULT, CREDIT_STANDING -> Kind.ONE_OF;
      case FIELDS, TARGET_GROUPS, METHODS -> Kind.SOME_OF;
      case PROFILE, EXPERIENCE, SERVICE_REGIONS -> Kind.TEXT;
      default -> Kind.LINE;
    };
  }

  private List<Option> options(Column column) {
    return switch (column) {
      case TYPE ->
          Arrays.stream(Agency.OrganisationType.values())
              .map(c -> new Option(c.name(), c.label()))
              .toList();
      case INSPECTION_RESULT ->
          Arrays.stream(Agency.InspectionResult.values())
              .map(c -> new Option(c.name(), c.label()))
              .toList();
      case CREDIT_STANDING ->
          Arrays.stream(Agency.CreditStanding.values())
              .map(c -> new Option(c.name(), c.label()))
              .toList();
      case GRADE ->
          Arrays.stream(EvaluationGrade.values())
              .map(c -> new Option(c.name(), c.label()))
              .toList();
      case FIELDS -> terms(Term.Kind.SERVICE_FIELD);
      case TARGET_GROUPS -> terms(Term.Kind.TARGET_GROUP);
      case METHODS -> terms(Term.Kind.SERVICE_METHOD);
      default -> List.of();
    };
  }

  private List<Option> terms(Term.Kind kind) {
    var terms = vocabulary.terms(kind);
    var sizes = terms.stream().collect(Collectors.groupingBy(this::root, Collectors.counting()));
    var families = terms.stream().filter(term -> sizes.getOrDefault(root(term), 1L) > 1).toList();
    if (2 * families.size() < terms.size()) {
      return terms.stream().map(term -> new Option(term.id().value(), term.name())).toList();
    }
    return Stream.concat(
            families.stream().map(term -> option(term, shown.term(root(term)))),
            terms.stream().filter(term -> !families.contains(term)).map(t -> option(t, OTHERS)))
        .toList();
  }

  private static Option option(Term term, String group) {
    return new Option(term.id().value(), term.name(), group);
  }

  /** The widest term above this one, or itself. */
  private Term.Id root(Term term) {
    var above = vocabulary.ancestors(term.id());
    return above.isEmpty() ? term.id() : above.getLast();
  }

  private static @Nullable String hint(Column column) {
    return switch (column) {
      case CREDIT_CODE -> "登记证书上的 18 位数字和字母。";
      case REGISTRAR -> "例如 旺苍县民政局。";
      case FOUNDED -> "例如 2015-06-01；只知道年或者年月的可以写 2015 或 2015-06。";
      case REGISTERED_REGION -> "写到县，例如 四川省/广元市/旺苍县。";
      case SERVICE_REGIONS -> "一行一个，例如 四川省/广元市/旺苍县；服务全省的写 四川省。";
      case PROFILE -> "向公众展示，请不要写电话和联系方式。";
      case CONTACT, PHONE -> "只给民政部门和对接会组织者看，不公开。";
      case FIELDS -> "勾选机构实际开展的领域。";
      case CURRENT_PROJECTS -> "正在承接、还没有结项的项目。";
      case CAPACITY -> "同时最多能承接几个项目，含在手的。";
      case MINIMUM_AMOUNT, MAXIMUM_AMOUNT -> "例如 300000，也可以写 30万。";
      case FULL_TIME_STAFF, ASSISTANTS, SOCIAL_WORKERS, SENIORS -> "没有的填 0。";
      case GRADE -> "没有参加过评估的不用选。";
      case GRADE_VALID_UNTIL -> "例如 2028-12-31，等级证书上的最后一天。";
      case INSPECTION_YEAR -> "例如 2025；新成立、还没有年检的不用填。";
      case CREDIT_STANDING -> "请如实声明，民政部门会在社会组织信用信息平台核对。";
      case EXPERIENCE -> "按年份写承接过的项目、购买方和评估结果；没有的可以不填。";
      default -> null;
    };
  }
}
