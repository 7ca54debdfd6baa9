package duijie.matching.cel;

import duijie.matching.Rule;
import duijie.matching.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as read from its file, its expressions not yet compiled. A criterion that is known counts
 * as {@link Verdict#PASS} here.
 *
 * @param sentences what to say, for each verdict that the rule can give
 * @param remedies what would turn a failure or an unknown, where the author said so
 * @param caution what to mind although the rule passes, or null
 */
record RuleText(
    Rule rule,
    Part expression,
    Map<Verdict, TemplateText> sentences,
    Map<Verdict, TemplateText> remedies,
    @Nullable CautionText caution) {

  /** What to mind, and when. */
  record CautionText(Part when, TemplateText sentence) {}

  /** All expressions of the rule. */
  List<Part> parts() {
    var parts = new ArrayList<Part>();
    parts.add(expression);
    sentences.values().stream().distinct().forEach(t -> parts.addAll(t.placeholders()));
    remedies.values().stream().distinct().forEach(t -> parts.addAll(t.placeholders()));
    if (caution != null) {
      parts.add(caution.when());
      parts.addAll(caution.sentence().placeholders());
    }
    return parts;
  }
}
