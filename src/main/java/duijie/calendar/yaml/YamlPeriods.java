package duijie.calendar.yaml;

import duijie.calendar.ProcurementMethod;
import duijie.calendar.StatutoryPeriod;
import duijie.calendar.StatutoryPeriod.Step;
import duijie.calendar.StatutoryPeriod.Unit;
import duijie.calendar.StatutoryPeriods;
import duijie.shared.Checked;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import duijie.shared.yaml.SourceFile;
import duijie.shared.yaml.Suggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Statutory periods: a list. */
public final class YamlPeriods {

  /** What the file is called. */
  public static final String FILE = "periods.yml";

  private static final String SHIPPED = "/publishing-rules/" + FILE;
  private static final int MOST = 200;
  private static final Pattern LENGTH = Pattern.compile("([1-9]\\d{0,2})(日|个工作日)");
  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of(
              "id",
              "step",
              "methods",
              "at-least",
              "text",
              "source",
              "in-principle",
              "valid-from",
              "valid-until",
              "verified"));

  private final FileErrors errors;
  private final List<StatutoryPeriod> periods = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private YamlPeriods(FileErrors errors) {
    this.errors = errors;
  }

  /** The periods that ship with the product. */
  public static StatutoryPeriods shipped() {
    try (var stream = YamlPeriods.class.getResourceAsStream(SHIPPED)) {
      if (stream == null) {
        throw new IllegalStateException("not shipped: " + SHIPPED);
      }
      return switch (read(stream.readAllBytes())) {
        case Checked.Sound<StatutoryPeriods>(StatutoryPeriods periods) -> periods;
        case Checked.Faulty<StatutoryPeriods> faulty ->
            throw new IllegalStateException("the shipped periods are broken: " + faulty.errors());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The periods of a file, or all its mistakes. */
  public static Checked<StatutoryPeriods> read(byte[] content) {
    var errors = FileErrors.none();
    var reader = new YamlPeriods(errors);
    var file = SourceFile.of(FILE, content, errors);
    if (file != null) {
      Entries.each(file, MOST, errors, node -> reader.period(file, node));
    }
    return errors.isEmpty()
        ? new Checked.Sound<>(new StatutoryPeriods(reader.periods))
        : new Checked.Faulty<>(errors.inOrder());
  }

  private void period(SourceFile file, Node node) {
    var entries = Entries.of(file, node, KEYS, errors);
    if (entries == null) {
      return;
    }
    var id = entries.requiredText("id");
    if (id != null && !ids.add(id.value())) {
      errors.add(
          id.start(), "duplicate-id", "编号“" + id.value() + "”重复。", "The id is already used.");
    }
    var step = step(entries);
    var methods = methods(entries);
    var length = length(entries);
    var text = entries.requiredText("text");
    var source = entries.requiredText("source");
    var from = date(entries.requiredText("valid-from"));
    var until = date(entries.optionalText("valid-until"));
    boolean inPrinciple = yes(entries.optionalText("in-principle"));
    boolean verified = yes(entries.requiredText("verified"));
    if (from != null && until != null && until.isBefore(from)) {
      errors.add(
          entries.place("valid-until"), "bad-validity", "失效在生效之前。", "It ends before it begins.");
    }
    if (id == null || step == null || length == null) {
      return;
    }
    if (text == null || source == null || from == null) {
      return;
    }
    periods.add(
        new StatutoryPeriod(
            id.value(),
            step,
            methods,
            length.days,
            length.unit,
            text.value(),
            source.value(),
            inPrinciple,
            from,
            until,
            verified));
  }

  private @Nullable Step step(Entries entries) {
    var text = entries.requiredText("step");
    if (text == null) {
      return null;
    }
    var labels = Arrays.stream(Step.values()).map(Step::label).toList();
    int index = labels.indexOf(text.value());
    if (index < 0) {
      unknown(text, labels);
      return null;
    }
    return Step.values()[index];
  }

  private Set<ProcurementMethod> methods(Entries entries) {
    var methods = EnumSet.noneOf(ProcurementMethod.class);
    var node = entries.optional("methods");
    for (var text : node == null ? List.<Scalar>of() : entries.texts(node)) {
      ProcurementMethod.labelled(text.value())
          .ifPresentOrElse(methods::add, () -> unknown(text, ProcurementMethod.labels()));
    }
    return methods;
  }

  private @Nullable Length length(Entries entries) {
    var text = entries.requiredText("at-least");
    if (text == null) {
      return null;
    }
    var length = LENGTH.matcher(text.value());
    if (!length.matches()) {
      errors.add(
          text.start(), "bad-length", "期限应写成“20日”或“5个工作日”。", "A length is written 20日 or 5个工作日.");
      return null;
    }
    var unit = length.group(2).equals(Unit.DAYS.label()) ? Unit.DAYS : Unit.WORKING_DAYS;
    return new Length(Integer.parseInt(length.group(1)), unit);
  }

  private @Nullable LocalDate date(@Nullable Scalar text) {
    return text == null ? null : Values.date(text, errors);
  }

  private boolean yes(@Nullable Scalar text) {
    if (text != null && !text.value().matches("true|false")) {
      errors.add(text.start(), "yes-or-no", "这里应是true或false。", "True or false is expected.");
    }
    return text != null && text.value().equals("true");
  }

  private void unknown(Scalar text, List<String> known) {
    var near = Suggestions.near(text.value(), known);
    errors.add(
        text.start(),
        "unknown-name",
        "没有“%s”，%s"
            .formatted(
                text.value(),
                near.map(n -> "是不是“" + n + "”？").orElse("可用：" + String.join("、", known) + "。")),
        "Unknown name; known are " + String.join(", ", known) + ".");
  }

  private record Length(int days, Unit unit) {}
}
