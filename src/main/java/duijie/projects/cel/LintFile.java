package duijie.projects.cel;

import duijie.projects.Clause;
import duijie.projects.LintRule;
import duijie.projects.LintRule.Severity;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import duijie.shared.yaml.SourceFile;
import duijie.shared.yaml.Suggestions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the rules of the lint and their examples, finding everything that is wrong with them. */
final class LintFile {

  private static final int MOST_RULES = 200;
  private static final Set<String> KEYS =
      keys(
          "id",
          "name",
          "severity",
          "below-threshold",
          "finds",
          "unless",
          "field",
          "when",
          "sentence",
          "suggestion",
          "source",
          "verified",
          "valid-from",
          "valid-until",
          "examples");
  private static final Set<String> FINDER_KEYS = keys("in", "words");

  private final SourceFile file;
  private final FileErrors errors;
  private final Set<String> ids = new HashSet<>();
  private final List<CompiledRule> rules = new ArrayList<>();
  private final List<LintExample> examples = new ArrayList<>();

  LintFile(SourceFile file, FileErrors errors) {
    this.file = file;
    this.errors = errors;
  }

  /** Reads the file; rules that are wrong in anything are reported and left out. */
  void read() {
    Entries.each(file, MOST_RULES, errors, this::rule);
  }

  List<CompiledRule> rules() {
    return rules;
  }

  List<LintExample> examples() {
    return examples;
  }

  private void rule(Node node) {
    var entries = Entries.of(file, node, KEYS, errors);
    if (entries == null) {
      return;
    }
    int before = errors.inOrder().size();
    var rule = head(entries);
    var field = field(entries);
    var finds = finders(entries.optional("finds"));
    var unless = finders(entries.optional("unless"));
    var condition = entries.optionalText("when");
    var when = condition == null ? null : Condition.of(condition, errors);
    var sentence = wording(entries, "sentence");
    var suggestion = wording(entries, "suggestion");
    if ((field == null) == finds.isEmpty() || field != null && when == null) {
      complain(
          entries,
          "finds-or-field",
          "规则要么写finds（找文字），要么写field和when（看某一栏），二者取一。",
          "A rule has finds, or field and when.");
    }
    if (rule != null && sentence != null && suggestion != null) {
      boolean example = examples(entries, rule.id());
      if (!example) {
        complain(
            entries,
            "no-example",
            "至少写一个查得出的示例（examples里有finds）。",
            "An example that finds is missing.");
      }
      if (errors.inOrder().size() == before) {
        rules.add(new CompiledRule(rule, field, finds, unless, when, sentence, suggestion));
      }
    }
  }

  /** Reports a mistake of the whole rule, where nothing else is wrong that may be its cause. */
  private void complain(Entries entries, String code, String sentence, String english) {
    boolean silent =
        errors.inOrder().stream().noneMatch(error -> error.line() >= entries.place().line());
    if (silent) {
      errors.add(entries.place(), code, sentence, english);
    }
  }

  private @Nullable LintRule head(Entries entries) {
    var id = entries.requiredText("id");
    var name = entries.requiredText("name");
    var severity = severity(entries.requiredText("severity"));
    var below = severity(entries.optionalText("below-threshold"));
    var source = entries.requiredText("source");
    boolean verified = yes(entries.requiredText("verified"));
    var from = date(entries.requiredText("valid-from"));
    var until = date(entries.optionalText("valid-until"));
    if (id != null && !id.value().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      errors.add(
          id.start(),
          "bad-id",
          "编号应是小写英文单词，用“-”连接。",
          "An id is lower-case words joined by hyphens.");
    } else if (id != null && !ids.add(id.value())) {
      errors.add(
          id.start(), "duplicate-id", "编号“" + id.value() + "”重复。", "The id is already used.");
    }
    if (id == null || name == null || severity == null || source == null || from == null) {
      return null;
    }
    return new LintRule(
        id.value(), name.value(), severity, below, source.value(), verified, from, until);
  }

  private @Nullable Severity severity(@Nullable Scalar text) {
    if (text == null) {
      return null;
    }
    for (var severity : Severity.values()) {
      if (severity.word().equals(text.value())) {
        return severity;
      }
    }
    unknown(text, Arrays.stream(Severity.values()).map(Severity::word).toList());
    return null;
  }

  private @Nullable String field(Entries entries) {
    var text = entries.optionalText("field");
    if (text != null && !Fields.names().contains(text.value())) {
      unknown(text, List.copyOf(Fields.names()));
    }
    return text == null ? null : text.value();
  }

  private @Nullable Wording wording(Entries entries, String key) {
    var text = entries.requiredText(key);
    return text == null ? null : Wording.of(text, errors);
  }

  private List<Finder> finders(@Nullable Node node) {
    var finders = new ArrayList<Finder>();
    if (node != null && !(node instanceof SequenceNode)) {
      errors.add(
          file.place(node), "list-expected", "这里应是一个列表，每项以“- ”开头。", "A list must stand here.");
    } else if (node instanceof SequenceNode list) {
      for (var item : list.getValue()) {
        var finder = item instanceof MappingNode ? narrow(item) : anywhere(item);
        if (finder != null) {
          finders.add(finder);
        }
      }
    }
    return finders;
  }

  private @Nullable Finder anywhere(Node node) {
    var items = Entries.textOf(file, node, errors);
    return items == null
        ? null
        : Finder.of(EnumSet.complementOf(EnumSet.of(Clause.Kind.BUYER)), items, errors);
  }

  private @Nullable Finder narrow(Node node) {
    var entries = Entries.of(file, node, FINDER_KEYS, errors);
    var words = entries == null ? null : entries.requiredText("words");
    var in = entries == null ? null : entries.required("in");
    if (entries == null || words == null || in == null) {
      return null;
    }
    var kinds = EnumSet.noneOf(Clause.Kind.class);
    for (var text : entries.texts(in)) {
      Clause.Kind.labelled(text.value())
          .ifPresentOrElse(
              kinds::add,
              () ->
                  unknown(text, Arrays.stream(Clause.Kind.values()).map(k -> k.label()).toList()));
    }
    return Finder.of(kinds, words, errors);
  }

  /** Reads the examples of a rule; whether one of them finds something. */
  private boolean examples(Entries entries, String rule) {
    boolean finds = false;
    if (entries.required("examples") instanceof SequenceNode list) {
      for (var node : list.getValue()) {
        var example = LintExample.of(file, node, rule, errors);
        if (example != null) {
          examples.add(example);
          finds |= !example.finds().isEmpty();
        }
      }
    }
    return finds;
  }

  private @Nullable LocalDate date(@Nullable Scalar text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text.value());
    } catch (DateTimeParseException e) {
      errors.add(
          text.start(), "bad-date", "日期应写成2026-09-01这样。", "A date is written like 2026-09-01.");
      return null;
    }
  }

  private boolean yes(@Nullable Scalar text) {
    if (text != null && !text.value().matches("true|false")) {
      errors.add(text.start(), "yes-or-no", "这里应是true或false。", "True or false is expected.");
    }
    return text != null && text.value().equals("true");
  }

  private void unknown(Scalar text, List<String> known) {
    var near = Suggestions.near(text.value(), known).map(n -> "是不是“" + n + "”？");
    errors.add(
        text.start(),
        "unknown-name",
        "没有“" + text.value() + "”，" + near.orElse("可用：" + String.join("、", known) + "。"),
        "Unknown name; known are " + String.join(", ", known) + ".");
  }

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}
