package duijie.agencies;

import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.EvaluationGrade;
import duijie.shared.PartialDate;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Understands the answers of a profile, one question at a time. */
@Singleton
public final class ProfileReading {

  static final int LONGEST_LINE = 100;
  static final int LONGEST_TEXT = 2000;

  private static final int MOST = 100_000;
  private static final int MOST_YEARS = 60;
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final int MOST_REGIONS = 100;

  private final Regions regions;
  private final Vocabulary vocabulary;

  ProfileReading(Regions regions, Vocabulary vocabulary) {
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  /** What is wrong with the answer to a question and how to mend it. */
  public record Fault(Column column, String sentence) {}

  /**
   * Everything that is wrong in a section, in the order of its page.
   *
   * @param today after which nothing can have happened yet
   */
  public List<Fault> faults(Section section, Answers answers, LocalDate today) {
    var faults = new ArrayList<Fault>();
    for (var column : section.columns()) {
      switch (read(column, answers)) {
        case Read.Value<?> value -> {}
        case Read.Blank<?> blank -> {
          if (section.requires(column)) {
            faults.add(new Fault(column, "请填写“" + label(column) + "”。"));
          }
        }
        case Read.Wrong<?> wrong -> faults.add(new Fault(column, wrong.sentence()));
      }
    }
    faults.addAll(together(section, answers));
    faults.addAll(impossible(section, answers, today));
    return faults;
  }

  /** What can be read and cannot be. */
  private List<Fault> impossible(Section section, Answers answers, LocalDate today) {
    var faults = new ArrayList<Fault>();
    var founded = read(Column.FOUNDED, answers);
    if (section == Section.BASIC) {
      if (read(Column.NAME, answers) instanceof Read.Value<?>(String name)) {
        Typed.tooShort(name).ifPresent(why -> faults.add(new Fault(Column.NAME, why)));
      }
      if (founded instanceof Read.Value<?>(PartialDate day) && day.earliest().isAfter(today)) {
        faults.add(new Fault(Column.FOUNDED, "“成立日期”不能晚于今天。"));
      }
    }
    if (section == Section.CREDENTIALS) {
      if (read(Column.INSPECTION_YEAR, answers) instanceof Read.Value<?>(Integer year)
          && year > today.getYear()) {
        faults.add(new Fault(Column.INSPECTION_YEAR, "“最近年检年度”不能晚于今年。"));
      }
      if (read(Column.GRADE_VALID_UNTIL, answers) instanceof Read.Value<?>(LocalDate until)
          && founded instanceof Read.Value<?>(PartialDate day)
          && until.isBefore(day.earliest())) {
        faults.add(new Fault(Column.GRADE_VALID_UNTIL, "“等级有效期至”早于成立日期，请核对两处日期。"));
      }
    }
    return faults;
  }

  /** What each answer is well without and what does not go together. */
  private List<Fault> together(Section section, Answers answers) {
    var faults = new ArrayList<Fault>();
    if (section == Section.SERVICE) {
      exceeds(faults, answers, Column.MINIMUM_AMOUNT, Column.MAXIMUM_AMOUNT);
      exceeds(faults, answers, Column.CURRENT_PROJECTS, Column.CAPACITY);
    }
    if (section == Section.CREDENTIALS) {
      needs(faults, answers, Column.GRADE, Column.GRADE_VALID_UNTIL);
      needs(faults, answers, Column.INSPECTION_RESULT, Column.INSPECTION_YEAR);
      needs(faults, answers, Column.INSPECTION_YEAR, Column.INSPECTION_RESULT);
    }
    return faults;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // both columns read the same type
  private void exceeds(List<Fault> faults, Answers answers, Column less, Column more) {
    if (read(less, answers) instanceof Read.Value<?>(Comparable low)
        && read(more, answers) instanceof Read.Value<?>(Comparable high)
        && low.compareTo(high) > 0) {
      faults.add(new Fault(more, "“%s”不能小于“%s”。".formatted(label(more), label(less))));
    }
  }

  private static void needs(List<Fault> faults, Answers answers, Column one, Column other) {
    if (!answers.all(one).isEmpty() && answers.all(other).isEmpty()) {
      faults.add(new Fault(other, "填了“%s”，还要填“%s”。".formatted(label(one), label(other))));
    }
  }

  /** What a question asks for, as a form says it. */
  public static String label(Column column) {
    return column.label();
  }

  /** What an answer means. */
  Read<?> read(Column column, Answers answers) {
    var typed = answers.one(column);
    return switch (column) {
      case NAME, REGISTRAR, CONTACT, SOURCE -> Typed.text(label(column), typed, LONGEST_LINE);
      case PROFILE, EXPERIENCE -> Typed.text(label(column), typed, LONGEST_TEXT);
      case PHONE -> RegistrationRules.reach(typed);
      case CREDIT_CODE -> Typed.creditCode(typed);
      case TYPE -> choice(column, typed, Agency.OrganisationType.values());
      case INSPECTION_RESULT -> choice(column, typed, Agency.InspectionResult.values());
      case CREDIT_STANDING -> choice(column, typed, Agency.CreditStanding.values());
      case GRADE -> choice(column, typed, EvaluationGrade.values());
      case FOUNDED -> Figures.partialDate(label(column), typed);
      case GRADE_VALID_UNTIL -> Figures.date(label(column), typed);
      case INSPECTION_YEAR -> Figures.count(label(column), typed, FIRST_YEAR, LAST_YEAR);
      case HEAD_YEARS -> Figures.count(label(column), typed, 0, MOST_YEARS);
      case FULL_TIME_STAFF, ASSISTANTS, SOCIAL_WORKERS, SENIORS, CURRENT_PROJECTS, CAPACITY ->
          Figures.count(label(column), typed, 0, MOST);
      case MINIMUM_AMOUNT, MAXIMUM_AMOUNT -> Figures.amount(label(column), typed);
      case REGISTERED_REGION -> region(typed);
      case SERVICE_REGIONS -> all(lines(typed), this::region);
      case FIELDS -> terms(Term.Kind.SERVICE_FIELD, answers.all(column));
      case TARGET_GROUPS -> terms(Term.Kind.TARGET_GROUP, answers.all(column));
      case METHODS -> terms(Term.Kind.SERVICE_METHOD, answers.all(column));
    };
  }

  private static <E extends Enum<E>> Read<E> choice(Column column, String typed, E[] choices) {
    if (typed.isBlank()) {
      return new Read.Blank<>();
    }
    return Arrays.stream(choices)
        .filter(choice -> choice.name().equals(typed))
        .findFirst()
        .<Read<E>>map(Read.Value::new)
        .orElseGet(() -> new Read.Wrong<>("请从列表里选择“" + label(column) + "”。"));
  }

  private Read<Region.Code> region(String typed) {
    var plain = Typed.plain(typed);
    if (plain.isEmpty()) {
      return new Read.Blank<>();
    }
    return switch (regions.read(plain)) {
      case Regions.Reading.Found found -> new Read.Value<>(found.region().code());
      case Regions.Reading.Retired retired -> new Read.Value<>(retired.code());
      case Regions.Reading.Ambiguous many ->
          new Read.Wrong<>(
              "“%s”有好几处，请写全，例如%s。".formatted(shortened(plain), names(many.candidates())));
      case Regions.Reading.Unknown unknown when unknown.candidates().isEmpty() ->
          new Read.Wrong<>("没有叫“%s”的地方，请写成 四川省/广元市/旺苍县 的样子。".formatted(shortened(plain)));
      case Regions.Reading.Unknown unknown ->
          new Read.Wrong<>(
              "没有叫“%s”的地方，是不是%s？".formatted(shortened(plain), names(unknown.candidates())));
    };
  }

  private String names(List<Region> candidates) {
    var names = candidates.stream().limit(3).map(r -> "“" + regions.pathName(r.code()) + "”");
    return String.join("、", names.toList());
  }

  private static String shortened(String text) {
    int most = 20;
    return Typed.length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  private Read<Set<Term.Id>> terms(Term.Kind kind, List<String> chosen) {
    return all(
        chosen,
        typed ->
            term(kind, typed)
                .<Read<Term.Id>>map(Read.Value::new)
                .orElseGet(() -> new Read.Wrong<>("请从列表里选择“" + kind.label() + "”。")));
  }

  private Optional<Term.Id> term(Term.Kind kind, String id) {
    return vocabulary.find(new Term.Id(id)).filter(term -> term.kind() == kind).map(Term::id);
  }

  /** All of them, or all that is wrong with any. */
  private static <T> Read<Set<T>> all(List<String> typed, Function<String, Read<T>> one) {
    if (typed.size() > MOST_REGIONS) {
      return new Read.Wrong<>("最多填 " + MOST_REGIONS + " 项。");
    }
    var values = new LinkedHashSet<T>();
    var wrong = new ArrayList<String>();
    for (var line : typed) {
      switch (one.apply(line)) {
        case Read.Value<T> read -> values.add(read.value());
        case Read.Blank<T> blank -> {}
        case Read.Wrong<T> fault -> wrong.add(fault.sentence());
      }
    }
    if (!wrong.isEmpty()) {
      return new Read.Wrong<>(String.join(" ", wrong));
    }
    return values.isEmpty() ? new Read.Blank<>() : new Read.Value<>(values);
  }

  private static List<String> lines(String typed) {
    return Arrays.stream(typed.split("[\n;；、,，]")).map(String::strip).toList();
  }
}
