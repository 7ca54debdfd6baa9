package duijie.matching.cel;

import static duijie.matching.Verdict.FAIL;
import static duijie.matching.Verdict.PASS;
import static duijie.matching.Verdict.UNKNOWN;

import duijie.matching.Rule;
import duijie.matching.Verdict;
import duijie.matching.cel.Part.Kind;
import duijie.shared.FilePlace;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the rules of a book from its files, finding everything that is wrong with their shape. */
final class BookReader {

  private static final int MAXIMUM_RULES = 100;
  private static final Set<String> ELIGIBILITY_KEYS =
      keys("id", "name", "verdict", "sentence", "remedy", "caution", "source");
  private static final Set<String> CRITERION_KEYS =
      keys("id", "name", "weight", "value", "sentence", "remedy");
  private static final Map<String, Verdict> VERDICTS =
      ordered("pass", PASS, "fail", FAIL, "unknown", UNKNOWN);
  private static final Map<String, Verdict> KNOWN_OR_NOT =
      ordered("known", PASS, "unknown", UNKNOWN);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FileErrors errors;
  private final Map<String, FilePlace> ids = new HashMap<>();
  private boolean complete = true;
  private final Set<String> eligibilityIds = new LinkedHashSet<>();
  private final Set<String> criterionIds = new LinkedHashSet<>();

  BookReader(FileErrors errors) {
    this.errors = errors;
  }

  /** The ids of all eligibility rules read, those that are wrong in something else included. */
  Set<String> eligibilityIds() {
    return eligibilityIds;
  }

  /** Whether every file asked for so far could be read and is a list, so that all ids are known. */
  boolean complete() {
    return complete;
  }

  /** The same of the criteria. */
  Set<String> criterionIds() {
    return criterionIds;
  }

  List<RuleText> eligibility(@Nullable SourceFile file) {
    var rules = new ArrayList<RuleText>();
    if (file == null) {
      complete = false;
      return rules;
    }
    complete &=
        Entries.each(
            file,
            MAXIMUM_RULES,
            errors,
            node -> {
              var entries = Entries.of(file, node, ELIGIBILITY_KEYS, errors);
              var rule = entries == null ? null : eligibility(file, entries);
              if (rule != null) {
                rules.add(rule);
              }
            });
    return rules;
  }

  List<RuleText> criteria(@Nullable SourceFile file) {
    var rules = new ArrayList<RuleText>();
    if (file == null) {
      complete = false;
      return rules;
    }
    var weights = new ArrayList<FilePlace>();
    complete &=
        Entries.each(
            file,
            MAXIMUM_RULES,
            errors,
            node -> {
              var entries = Entries.of(file, node, CRITERION_KEYS, errors);
              if (entries != null) {
                weights.add(entries.place("weight"));
                var rule = criterion(file, entries);
                if (rule != null) {
                  rules.add(rule);
                }
              }
            });
    if (rules.size() == weights.size() && !rules.isEmpty()) {
      checkSum(rules, weights.getFirst());
    }
    return rules;
  }

  private @Nullable RuleText eligibility(SourceFile file, Entries entries) {
    var id = id(entries, eligibilityIds);
    var name = entries.requiredText("name");
    var verdict = entries.requiredText("verdict");
    var sentences = templates(file, entries, "sentence", VERDICTS, VERDICTS.values());
    var remedies = templates(file, entries, "remedy", VERDICTS, List.of());
    var caution = caution(file, entries);
    var source = entries.optionalText("source");
    if (id == null || name == null || verdict == null || sentences.isEmpty()) {
      return null;
    }
    return new RuleText(
        new Rule.Eligibility(
            id, name.value(), verdict.value(), source == null ? null : source.value()),
        Part.whole(Kind.VERDICT, verdict),
        sentences,
        remedies,
        caution);
  }

  private @Nullable RuleText criterion(SourceFile file, Entries entries) {
    var id = id(entries, criterionIds);
    var name = entries.requiredText("name");
    var value = entries.requiredText("value");
    var sentences = templates(file, entries, "sentence", KNOWN_OR_NOT, KNOWN_OR_NOT.values());
    var remedies = templates(file, entries, "remedy", ordered("unknown", UNKNOWN), List.of());
    var weight = weight(entries);
    if (id == null || name == null || value == null || weight == null || sentences.isEmpty()) {
      return null;
    }
    return new RuleText(
        new Rule.Criterion(id, name.value(), value.value(), weight),
        Part.whole(Kind.VALUE, value),
        sentences,
        remedies,
        null);
  }

  private @Nullable String id(Entries entries, Set<String> known) {
    var scalar = entries.requiredText("id");
    if (scalar == null) {
      return null;
    }
    var id = scalar.value();
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || id.length() > 60) {
      errors.add(
          scalar.start(),
          "bad-id",
          "编号“" + id + "”应是小写英文单词，用“-”连接，例如 serves-region。",
          "An id is lower-case words joined by hyphens, for example serves-region.");
      return null;
    }
    known.add(id);
    var first = ids.putIfAbsent(id, scalar.start());
    if (first != null) {
      errors.add(
          scalar.start(),
          "duplicate-id",
          "编号“%s”重复，%s第%d行已经用过。".formatted(id, first.file(), first.line()),
          "The id '%s' is already used in %s line %d.".formatted(id, first.file(), first.line()));
      return null;
    }
    return id;
  }

  private @Nullable BigDecimal weight(Entries entries) {
    var scalar = entries.requiredText("weight");
    if (scalar == null) {
      return null;
    }
    var text = scalar.value();
    var weight = text.matches("\\d{1,3}(\\.\\d{1,2})?") ? new BigDecimal(text) : BigDecimal.ZERO;
    if (weight.signum() <= 0 || weight.compareTo(HUNDRED) > 0) {
      errors.add(
          scalar.start(),
          "bad-weight",
          "权重“" + text + "”应是大于0、不超过100的数，最多两位小数。",
          "A weight is a number above 0 and at most 100 with at most two decimals.");
      return null;
    }
    return weight;
  }

  private void checkSum(List<RuleText> rules, FilePlace firstWeight) {
    var sum =
        rules.stream()
            .map(rule -> ((Rule.Criterion) rule.rule()).weight())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(HUNDRED) != 0) {
      var plain = sum.stripTrailingZeros().toPlainString();
      errors.add(
          firstWeight,
          "weights-sum",
          "各项权重之和应为100，现在是" + plain + "。",
          "The weights must sum to 100; they sum to " + plain + ".");
    }
  }

  /**
   * The templates under a key: one text for all verdicts, or one for each.
   *
   * @return empty where there are none, or where they are wrong and reported
   */
  private Map<Verdict, TemplateText> templates(
      SourceFile file,
      Entries entries,
      String key,
      Map<String, Verdict> names,
      Collection<Verdict> required) {
    var templates = new EnumMap<Verdict, TemplateText>(Verdict.class);
    var node = required.isEmpty() ? entries.optional(key) : entries.required(key);
    if (node == null) {
      return templates;
    }
    if (node instanceof MappingNode) {
      var variants = Entries.of(file, node, names.keySet(), errors);
      if (variants == null) {
        return templates;
      }
      names.forEach(
          (name, verdict) -> {
            var text =
                required.contains(verdict)
                    ? variants.requiredText(name)
                    : variants.optionalText(name);
            if (text != null) {
              templates.put(verdict, TemplateText.of(text, errors));
            }
          });
      return templates;
    }
    var text = entries.text(node);
    if (text != null) {
      var template = TemplateText.of(text, errors);
      names.values().forEach(verdict -> templates.put(verdict, template));
    }
    return templates;
  }

  private RuleText.@Nullable CautionText caution(SourceFile file, Entries entries) {
    Node node = entries.optional("caution");
    var inside = node == null ? null : Entries.of(file, node, keys("when", "sentence"), errors);
    if (inside == null) {
      return null;
    }
    var when = inside.requiredText("when");
    var sentence = inside.requiredText("sentence");
    return when == null || sentence == null
        ? null
        : new RuleText.CautionText(
            Part.whole(Kind.CONDITION, when), TemplateText.of(sentence, errors));
  }

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  private static Map<String, Verdict> ordered(Object... namesAndVerdicts) {
    var map = new LinkedHashMap<String, Verdict>();
    for (int i = 0; i < namesAndVerdicts.length; i += 2) {
      map.put((String) namesAndVerdicts[i], (Verdict) namesAndVerdicts[i + 1]);
    }
    return map;
  }
}
