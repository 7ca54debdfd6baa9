package duijie.portal.web;

import duijie.matching.Assessment;
import duijie.matching.Exclusion;
import duijie.matching.Factor;
import duijie.matching.Finding;
import duijie.matching.Ranking;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes matches with every reason for programs. */
final class MatchJson {

  private MatchJson() {}

  /**
   * The first of a ranking.
   *
   * @param with what a partner is called, and the partner in short
   */
  static <T> Map<String, @Nullable Object> ranking(
      Ranking<T> ranking,
      String ruleBook,
      LocalDate asOf,
      String with,
      Function<T, ? extends Map<String, ? extends @Nullable Object>> brief) {
    var tree = head(ruleBook, asOf);
    tree.put("eligible", ranking.eligible());
    tree.put("verified", ranking.verified());
    tree.put("capped", ranking.capped());
    tree.put(
        "matches",
        ranking.matches().stream()
            .map(
                match -> {
                  var one = new LinkedHashMap<String, @Nullable Object>();
                  one.put("rank", match.rank());
                  one.put(with, brief.apply(match.partner()));
                  assessment(one, match.assessment());
                  return one;
                })
            .toList());
    return tree;
  }

  /** The excluded, each with every rule that it fails. */
  static <T> Map<String, @Nullable Object> exclusions(
      List<Exclusion<T>> all,
      int top,
      String ruleBook,
      LocalDate asOf,
      String with,
      Function<T, ? extends Map<String, ? extends @Nullable Object>> brief) {
    var tree = head(ruleBook, asOf);
    tree.put("total", all.size());
    tree.put(
        "excluded",
        all.stream()
            .limit(top)
            .map(
                exclusion -> {
                  var one = new LinkedHashMap<String, @Nullable Object>();
                  one.put(with, brief.apply(exclusion.partner()));
                  one.put("failed", exclusion.failed().stream().map(MatchJson::finding).toList());
                  one.put("unknown", exclusion.unknown());
                  return one;
                })
            .toList());
    return tree;
  }

  /** One pair. */
  static Map<String, @Nullable Object> pair(Assessment assessment) {
    var tree = head(assessment.ruleBook(), assessment.asOf());
    assessment(tree, assessment);
    return tree;
  }

  private static Map<String, @Nullable Object> head(String ruleBook, LocalDate asOf) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("ruleBook", ruleBook);
    tree.put("asOf", asOf);
    return tree;
  }

  private static void assessment(Map<String, @Nullable Object> tree, Assessment assessment) {
    tree.put("eligible", assessment.eligible());
    tree.put("verified", assessment.verified());
    tree.put("score", assessment.score());
    tree.put("potential", assessment.potential());
    tree.put("unknown", assessment.unknown());
    tree.put("factors", assessment.factors().stream().map(MatchJson::factor).toList());
    tree.put("findings", assessment.findings().stream().map(MatchJson::finding).toList());
  }

  private static Map<String, @Nullable Object> factor(Factor factor) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("rule", factor.rule());
    tree.put("name", factor.name());
    tree.put("weight", factor.weight());
    tree.put("value", factor.value());
    tree.put("points", factor.points());
    tree.put("sentence", factor.sentence());
    tree.put("remedy", factor.remedy());
    return tree;
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("rule", finding.rule());
    tree.put("name", finding.name());
    tree.put("verdict", finding.verdict());
    tree.put("sentence", finding.sentence());
    tree.put("remedy", finding.remedy());
    tree.put("source", finding.source());
    return tree;
  }
}
