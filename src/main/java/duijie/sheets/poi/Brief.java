package duijie.sheets.poi;

import duijie.matching.Assessment;
import duijie.matching.Factor;
import duijie.matching.Finding;
import duijie.matching.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a pair in a table that is printed: a few words a cell, so that a page holds many
 * pairs. Whole sentences are on the pages and in the data.
 */
final class Brief {

  /** The strongest reason first; equal ones in the order of the book. */
  private static final Comparator<Factor> STRONGEST_FIRST =
      Comparator.comparing(Factor::points).reversed();

  private static final int REASONS = 3;

  /** A longer sentence gives way to the criterion's name. */
  private static final int LONGEST_SENTENCE = 26;

  private static final int NAMES = 6;

  private Brief() {}

  /** The strongest reasons: the first as a sentence where that is short, then names with points. */
  static String reasons(Assessment assessment) {
    var strongest =
        assessment.factors().stream()
            .filter(factor -> factor.points().signum() > 0)
            .sorted(STRONGEST_FIRST)
            .toList();
    var reasons = new ArrayList<String>();
    for (var factor : strongest.subList(0, Math.min(REASONS, strongest.size()))) {
      reasons.add((reasons.isEmpty() ? shortly(factor) : factor.name()) + points(factor));
    }
    var more = strongest.size() > REASONS ? "；等" + strongest.size() + "项" : "";
    return String.join("；", reasons) + more;
  }

  private static String shortly(Factor factor) {
    var sentence = unended(factor.sentence());
    return sentence.length() <= LONGEST_SENTENCE ? sentence : factor.name();
  }

  private static String points(Factor factor) {
    return "（%s/%s分）"
        .formatted(
            factor.points().stripTrailingZeros().toPlainString(),
            factor.weight().stripTrailingZeros().toPlainString());
  }

  /**
   * What is unknown of the pair, each thing by its name and once: 「3项：服务区域、年检合格、评估等级」; then what
   * passes but should be minded.
   */
  static String toVerify(Assessment assessment) {
    var names = unknown(assessment);
    var listed = names.stream().limit(NAMES).collect(Collectors.joining("、"));
    var parts = new ArrayList<String>();
    if (!names.isEmpty()) {
      parts.add(names.size() + "项：" + listed + (names.size() > NAMES ? "等" : ""));
    }
    assessment.findings().stream()
        .filter(finding -> finding.verdict() == Verdict.PASS)
        .map(Finding::caution)
        .filter(caution -> caution != null)
        .distinct()
        .map(Brief::unended)
        .forEach(parts::add);
    return String.join("；", parts);
  }

  /**
   * An eligibility rule and a criterion often miss the same thing; it is named once. They do where
   * the same remedy mends both, or where one's name begins with the other's.
   */
  private static List<String> unknown(Assessment assessment) {
    var names = new ArrayList<String>();
    var remedies = new HashSet<String>();
    for (var finding : assessment.findings()) {
      if (finding.verdict() == Verdict.UNKNOWN) {
        add(finding.name(), finding.remedy(), names, remedies);
      }
    }
    for (var factor : assessment.factors()) {
      if (factor.unknown()) {
        add(factor.name(), factor.remedy(), names, remedies);
      }
    }
    return names;
  }

  private static void add(
      String name, @Nullable String remedy, List<String> names, HashSet<String> remedies) {
    boolean told = names.stream().anyMatch(name::startsWith);
    boolean mended = remedy != null && !remedies.add(unended(remedy));
    if (!told && !mended) {
      names.add(name);
    }
  }

  /** The sentence without its full stop, since it goes on. */
  private static String unended(String sentence) {
    return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
