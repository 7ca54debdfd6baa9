package duijie.matching.cel;

import duijie.matching.Facts;
import duijie.matching.Rule;
import duijie.regions.Regions;
import duijie.shared.FilePlace;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.SourceFile;
import duijie.shared.yaml.Suggestions;
import duijie.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The book's own tests: pairs with what a rule must say of them. */
final class Examples {

  private static final int MOST = 1000;

  /** The date of examples that name none: after the inspections of the year have ended. */
  static final LocalDate USUAL_DATE = LocalDate.of(2026, 9, 1);

  private static final Set<String> KEYS =
      new LinkedHashSet<>(List.of("rule", "case", "project", "agency", "asOf", "expect"));

  /** How far a value may be from the one written in the example. */
  private static final double TOLERANCE = 0.005;

  private final SourceFile file;
  private final Facts facts;
  private final ExampleRecords records;
  private final FileErrors errors;

  Examples(
      SourceFile file, Facts facts, Regions regions, Vocabulary vocabulary, FileErrors errors) {
    this.file = file;
    this.facts = facts;
    this.records = new ExampleRecords(regions, vocabulary, errors);
    this.errors = errors;
  }

  /**
   * An example as read.
   *
   * @param expected {@code pass}, {@code fail}, {@code unknown} or a number
   */
  record Example(String rule, String expected, Pair pair, FilePlace place) {}

  /** All examples of the file; those that are wrong in themselves are reported and left out. */
  List<Example> read(BookReader rules) {
    var examples = new ArrayList<Example>();
    Entries.each(
        file,
        MOST,
        errors,
        node -> {
          var entries = Entries.of(file, node, KEYS, errors);
          if (entries != null) {
            example(entries, rules).ifPresent(examples::add);
          }
        });
    return examples;
  }

  /** Runs the examples and reports each that fails, at its place. */
  void run(List<Example> examples, CompiledBook book) {
    var verdicts = positions(book.eligibility());
    var values = positions(book.criteria());
    for (var example : examples) {
      var verdict = verdicts.get(example.rule());
      var value = values.get(example.rule());
      if (verdict != null) {
        var result = book.verdictResult(verdict, example.pair());
        var found = CompiledBook.verdict(result).name().toLowerCase(Locale.ROOT);
        judge(example, result, found, found.equals(example.expected()));
      } else if (value != null) {
        var result = book.valueResult(value, example.pair());
        judgeValue(example, result);
      }
    }
  }

  private Optional<Example> example(Entries entries, BookReader rules) {
    var eligibility = rules.eligibilityIds();
    var criteria = rules.criterionIds();
    var rule = entries.requiredText("rule");
    var expected = entries.requiredText("expect");
    var all = new LinkedHashSet<>(eligibility);
    all.addAll(criteria);
    if (rule != null && !all.contains(rule.value())) {
      if (!rules.complete()) {
        return Optional.empty();
      }
      var near = Suggestions.near(rule.value(), all);
      errors.add(
          rule.start(),
          "unknown-rule",
          "没有编号为“" + rule.value() + "”的规则" + near.map(n -> "，是不是“" + n + "”？").orElse("。"),
          "There is no rule '"
              + rule.value()
              + "'"
              + near.map(n -> "; did you mean '" + n + "'?").orElse("."));
      return Optional.empty();
    }
    var asOf = asOf(entries);
    var project = records.project(file, entries.optional("project"));
    var agency = records.agency(file, entries.optional("agency"));
    if (rule == null || expected == null) {
      return Optional.empty();
    }
    boolean verdict = eligibility.contains(rule.value());
    var pattern = verdict ? "pass|fail|unknown" : "unknown|[01](\\.\\d{1,6})?";
    if (!expected.value().matches(pattern)) {
      errors.add(
          expected.start(),
          "bad-expectation",
          verdict ? "expect应是pass、fail或unknown。" : "expect应是0到1的数或unknown。",
          verdict ? "Expect pass, fail or unknown." : "Expect a number from 0 to 1 or unknown.");
      return Optional.empty();
    }
    var pair = new Pair(facts.of(project), facts.of(agency), asOf);
    return Optional.of(new Example(rule.value(), expected.value(), pair, entries.place()));
  }

  private LocalDate asOf(Entries entries) {
    var text = entries.optionalText("asOf");
    if (text == null) {
      return USUAL_DATE;
    }
    var date = ExampleRow.parseDate(text.value());
    if (date.isEmpty()) {
      errors.add(
          text.start(), "bad-date", "日期应写成2026-09-01这样。", "A date is written like 2026-09-01.");
    }
    return date.orElse(USUAL_DATE);
  }

  private void judgeValue(Example example, Object result) {
    double found = CompiledBook.value(result);
    boolean outside = Double.isNaN(found) && result instanceof Number;
    boolean fits =
        example.expected().equals("unknown")
            ? Double.isNaN(found) && !outside
            : Math.abs(found - Double.parseDouble(example.expected())) < TOLERANCE;
    var shown =
        outside
            ? result + "（不在0到1之间）"
            : Double.isNaN(found) ? "unknown" : String.format(Locale.ROOT, "%.4f", found);
    judge(example, result, shown, fits);
  }

  private void judge(Example example, Object result, String found, boolean fits) {
    if (result instanceof Expressions.Failure failure) {
      errors.add(
          example.place(),
          "example-error",
          "示例无法计算：规则“" + example.rule() + "”" + failure.reason() + "；读可能没填的资料前请用has()判断。",
          "The example cannot be computed by rule '"
              + example.rule()
              + "'; test with has() before reading what may be missing.");
    } else if (!fits) {
      errors.add(
          example.place(),
          "failing-example",
          "示例不符：规则“%s”应得%s，实得%s。".formatted(example.rule(), example.expected(), found),
          "The example expects %s of rule '%s' but gets %s."
              .formatted(example.expected(), example.rule(), found));
    }
  }

  private static Map<String, Integer> positions(List<? extends Rule> rules) {
    return IntStream.range(0, rules.size())
        .boxed()
        .collect(Collectors.toMap(i -> rules.get(i).id(), i -> i));
  }
}
