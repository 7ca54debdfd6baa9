package duijie.matching.cel;

import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.SourceFile;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A project or an agency of an example: columns of the sheet with their values, those left out not
 * filled in. A question mark is a value that could not be read.
 */
final class ExampleRow {

  static final String UNREADABLE = "?";

  private final @Nullable Entries entries;
  private final Regions regions;
  private final Vocabulary vocabulary;
  private final FileErrors errors;
  private final Set<String> unreadable = new HashSet<>();

  private ExampleRow(
      @Nullable Entries entries, Regions regions, Vocabulary vocabulary, FileErrors errors) {
    this.entries = entries;
    this.regions = regions;
    this.vocabulary = vocabulary;
    this.errors = errors;
  }

  static ExampleRow of(
      SourceFile file,
      @Nullable Node node,
      Set<String> columns,
      Regions regions,
      Vocabulary vocabulary,
      FileErrors errors) {
    var entries = node == null ? null : Entries.of(file, node, columns, errors);
    var row = new ExampleRow(entries, regions, vocabulary, errors);
    if (entries != null) {
      for (var column : entries.keys()) {
        var text = entries.optionalText(column);
        if (text != null && text.value().equals(UNREADABLE)) {
          row.unreadable.add(column);
        }
      }
    }
    return row;
  }

  boolean unreadable(String column) {
    return unreadable.contains(column);
  }

  @Nullable String text(String column) {
    return read(column, "文字", Optional::of);
  }

  @Nullable CreditCode creditCode(String column) {
    return read(
        column,
        "统一社会信用代码",
        text ->
            CreditCode.hasShape(text) && CreditCode.checkDigit(text).orElse(' ') == text.charAt(17)
                ? Optional.of(new CreditCode(text))
                : Optional.empty());
  }

  Region.@Nullable Code region(String column) {
    return read(column, "一个区划，如“旺苍县/普济镇”", this::named);
  }

  Set<Region.Code> regions(String column) {
    return list(column, "区划，用顿号分隔", this::named);
  }

  Set<Term.Id> terms(String column, Term.Kind kind) {
    return list(
        column, kind.label() + "的名称，用顿号分隔", text -> vocabulary.named(kind, text).map(Term::id));
  }

  @Nullable Money money(String column) {
    return read(column, "金额，元", text -> decimal(text).map(Money::new));
  }

  @Nullable Integer whole(String column) {
    return read(
        column,
        "整数",
        text -> text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
  }

  @Nullable BigDecimal percent(String column) {
    return read(column, "百分数", ExampleRow::decimal);
  }

  @Nullable EvaluationGrade grade(String column) {
    return choice(column, EvaluationGrade.values(), EvaluationGrade::label);
  }

  boolean yes(String column) {
    return Boolean.TRUE.equals(
        read(
            column,
            "“是”或“否”",
            text ->
                switch (text) {
                  case "是" -> Optional.of(true);
                  case "否" -> Optional.of(false);
                  default -> Optional.empty();
                }));
  }

  @Nullable LocalDate date(String column) {
    return read(column, "日期，如2026-09-01", ExampleRow::parseDate);
  }

  <E extends Enum<E>> @Nullable E choice(String column, E[] values, Function<E, String> label) {
    return read(
        column,
        String.join("、", Arrays.stream(values).map(label).toList()),
        text -> Arrays.stream(values).filter(value -> label.apply(value).equals(text)).findFirst());
  }

  static Optional<LocalDate> parseDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Optional<Region.Code> named(String text) {
    return regions.read(text) instanceof Regions.Reading.Found found
        ? Optional.of(found.region().code())
        : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.matches("\\d{1,11}(\\.\\d{1,2})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private <T> Set<T> list(String column, String expected, Function<String, Optional<T>> reader) {
    Set<T> all =
        read(
            column,
            expected,
            text -> {
              var values = new LinkedHashSet<T>();
              for (var item : text.split("[、，,；;]")) {
                var value = reader.apply(item.strip());
                if (value.isEmpty()) {
                  return Optional.empty();
                }
                values.add(value.get());
              }
              return Optional.of(values);
            });
    return all == null ? Set.of() : all;
  }

  private <T> @Nullable T read(
      String column, String expected, Function<String, Optional<T>> reader) {
    var text = entries == null || unreadable(column) ? null : entries.optionalText(column);
    if (text == null) {
      return null;
    }
    var value = reader.apply(text.value());
    if (value.isEmpty()) {
      errors.add(
          text.start(),
          "bad-example-value",
          "“" + column + "”应是" + expected + "，这里是“" + text.value() + "”。",
          "The column " + column + " cannot be read from '" + text.value() + "'.");
    }
    return value.orElse(null);
  }
}
