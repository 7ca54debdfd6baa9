package duijie.projects.cel;

import duijie.projects.Clause;
import duijie.projects.Draft;
import duijie.projects.Lint;
import duijie.shared.FilePlace;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.SourceFile;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A rule's own test.
 *
 * @param finds the words that the rule must find, in their order; none where it must be silent
 */
record LintExample(String rule, Draft draft, LocalDate on, List<String> finds, FilePlace place) {

  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of(
              "case", "in", "text", "project", "scoring", "intended", "publisher", "on", "finds"));

  /** How an example writes what is not filled in. */
  private static final String NOTHING = "（没有填写）";

  /** The day of examples that name none. */
  private static final LocalDate USUAL_DAY = LocalDate.of(2026, 9, 1);

  /** The example; null, with an error, where it is none. */
  static @Nullable LintExample of(SourceFile file, Node node, String rule, FileErrors errors) {
    var entries = Entries.of(file, node, KEYS, errors);
    if (entries == null) {
      return null;
    }
    int before = errors.inOrder().size();
    var records = new ExampleDraft(file, errors);
    var text = entries.optionalText("text");
    var kind = records.kind(entries.optionalText("in"));
    var clauses =
        text == null ? List.<Clause>of() : List.of(new Clause(kind, kind.label(), text.value()));
    var project = records.project(entries.optional("project"));
    var scoring = records.scoring(entries.optional("scoring"));
    var intended = records.date(entries.optionalText("intended"));
    var publisher = entries.optionalText("publisher");
    var day = records.date(entries.optionalText("on"));
    var wanted = entries.optional("finds");
    var finds =
        wanted == null
            ? List.<String>of()
            : entries.texts(wanted).stream().map(found -> found.value()).toList();
    if (errors.inOrder().size() > before) {
      return null;
    }
    return new LintExample(
        rule,
        new Draft(
            project, clauses, scoring, intended, publisher == null ? null : publisher.value()),
        day == null ? USUAL_DAY : day,
        finds,
        entries.place());
  }

  /**
   * Runs the example and reports it if it fails.
   *
   * @param lint of the one rule
   */
  void run(Lint lint, FileErrors errors) {
    var found =
        lint.inspect(draft, on).stream()
            .map(remark -> remark.quote().words())
            .map(words -> words.isEmpty() ? NOTHING : words)
            .toList();
    if (!found.equals(finds)) {
      errors.add(
          place,
          "failing-example",
          "示例不符：规则“" + rule + "”应查出" + listed(finds) + "，实际查出" + listed(found) + "。",
          "The example expects other findings.");
    }
  }

  private static String listed(List<String> words) {
    return words.isEmpty()
        ? "不到什么"
        : words.stream().map(word -> "“" + word + "”").collect(Collectors.joining("、"));
  }
}
