package duijie.projects.cel;

import duijie.projects.Clause;
import duijie.projects.Column;
import duijie.projects.Draft.ScoringItem;
import duijie.projects.Project;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import duijie.shared.yaml.SourceFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the drafts of examples: columns of the sheet with their values, those left out empty. */
final class ExampleDraft {

  private static final Set<String> COLUMNS = columns();
  private static final String PRICE = "价格";

  private final SourceFile file;
  private final FileErrors errors;
  private @Nullable Entries row;

  ExampleDraft(SourceFile file, FileErrors errors) {
    this.file = file;
    this.errors = errors;
  }

  Clause.Kind kind(@Nullable Scalar text) {
    var kind =
        text == null
            ? Clause.Kind.OTHER
            : read(text, Clause.Kind.labelled(text.value()).orElse(null));
    return kind == null ? Clause.Kind.OTHER : kind;
  }

  @Nullable LocalDate date(@Nullable Scalar text) {
    return text == null ? null : parsed(text, LocalDate::parse);
  }

  Project project(@Nullable Node node) {
    row = node == null ? null : Entries.of(file, node, COLUMNS, errors);
    var name = text(Column.NAME);
    var deadline = value(Column.RESPOND_BY, LocalDate::parse);
    return new Project(
        new Project.Id("示例"),
        name == null ? "示例" : name,
        Project.State.DRAFT,
        true,
        text(Column.BUYER),
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        text(Column.NEED),
        value(Column.BUDGET, Money::of),
        value(Column.ANNUAL_BUDGET, Money::of),
        value(Column.TERM_MONTHS, Integer::valueOf),
        choice(Column.REGIME, Project.Regime.values(), Project.Regime::label),
        text(Column.PROCUREMENT_METHOD),
        choice(Column.PRICING, Project.PricingForm.values(), Project.PricingForm::label),
        Project.Staffing.NONE,
        choice(Column.MINIMUM_GRADE, EvaluationGrade.values(), EvaluationGrade::label),
        false,
        "是".equals(text(Column.LOCAL_REGISTRATION)),
        "是".equals(text(Column.SMALL_FIRMS_ONLY)),
        value(Column.PUBLISHED_ON, LocalDate::parse),
        deadline == null ? null : deadline.atTime(17, 0),
        null,
        null,
        null,
        Set.of(),
        Map.of());
  }

  /** Scoring items as names with points; the price is the one of that name. */
  List<ScoringItem> scoring(@Nullable Node node) {
    var items = new ArrayList<ScoringItem>();
    if (node instanceof MappingNode mapping) {
      for (var tuple : mapping.getValue()) {
        var name = Entries.textOf(file, tuple.getKeyNode(), errors);
        var points = Entries.textOf(file, tuple.getValueNode(), errors);
        var number = points == null ? null : parsed(points, BigDecimal::new);
        if (name != null && number != null) {
          items.add(new ScoringItem(name.value(), number, name.value().equals(PRICE), null));
        }
      }
    } else if (node instanceof ScalarNode) {
      errors.add(
          file.place(node),
          "mapping-expected",
          "这里应是“名称: 分值”。",
          "Names with points must stand here.");
    }
    return items;
  }

  private @Nullable String text(Column column) {
    var text = row == null ? null : row.optionalText(column.label());
    return text == null ? null : text.value();
  }

  private <T> @Nullable T value(Column column, Function<String, T> reader) {
    var text = row == null ? null : row.optionalText(column.label());
    return text == null ? null : parsed(text, reader);
  }

  private <T> @Nullable T choice(Column column, T[] values, Function<T, String> label) {
    var text = row == null ? null : row.optionalText(column.label());
    return text == null
        ? null
        : read(
            text,
            Arrays.stream(values)
                .filter(value -> label.apply(value).equals(text.value()))
                .findFirst()
                .orElse(null));
  }

  private <T> @Nullable T parsed(Scalar text, Function<String, T> reader) {
    @Nullable T value;
    try {
      value = reader.apply(text.value());
    } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
      value = null;
    }
    return read(text, value);
  }

  private <T> @Nullable T read(Scalar text, @Nullable T value) {
    if (value == null) {
      errors.add(
          text.start(),
          "bad-example-value",
          "示例里的“" + text.value() + "”看不懂；日期写2026-09-01，金额写元。",
          "The value cannot be read.");
    }
    return value;
  }

  private static Set<String> columns() {
    var columns = new LinkedHashSet<String>();
    for (var column : Column.values()) {
      columns.add(column.label());
    }
    return columns;
  }
}
