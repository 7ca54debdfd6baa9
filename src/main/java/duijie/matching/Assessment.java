package duijie.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the rule book says of one pair. It depends on the pair, the book and the date alone.
 *
 * @param ruleBook the book's version
 * @param asOf the reference date, Asia/Shanghai
 * @param findings one for each eligibility rule, in the order of the book
 * @param factors one for each criterion, in the order of the book
 * @param score the exact sum of the points, 0 to 100
 * @param potential the score plus the weights of all unknown criteria
 */
public record Assessment(
    String ruleBook,
    LocalDate asOf,
    List<Finding> findings,
    List<Factor> factors,
    BigDecimal score,
    BigDecimal potential) {

  public Assessment {
    findings = List.copyOf(findings);
    factors = List.copyOf(factors);
  }

  /** Whether no eligibility rule fails. */
  public boolean eligible() {
    return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.FAIL);
  }

  /** Whether every eligibility rule passes, with nothing unknown. */
  public boolean verified() {
    return findings.stream().allMatch(finding -> finding.verdict() == Verdict.PASS);
  }

  /** The eligibility rules that fail, in the order of the book. */
  public List<Finding> failed() {
    return findings.stream().filter(finding -> finding.verdict() == Verdict.FAIL).toList();
  }

  /** The ids of everything unknown: eligibility rules first, then criteria. */
  public List<String> unknown() {
    var ids = new ArrayList<String>();
    findings.stream()
        .filter(f -> f.verdict() == Verdict.UNKNOWN)
        .map(Finding::rule)
        .forEach(ids::add);
    factors.stream().filter(Factor::unknown).map(Factor::rule).forEach(ids::add);
    return ids;
  }

  /**
   * The sentences to go through before anyone relies on the match 待核事项: unknown rules and criteria,
   * then cautions.
   */
  public List<String> toVerify() {
    var sentences = new ArrayList<String>();
    findings.stream()
        .filter(f -> f.verdict() == Verdict.UNKNOWN)
        .map(Finding::sentence)
        .forEach(sentences::add);
    factors.stream().filter(Factor::unknown).map(Factor::sentence).forEach(sentences::add);
    for (var finding : findings) {
      if (finding.caution() != null && finding.verdict() == Verdict.PASS) {
        sentences.add(finding.caution());
      }
    }
    return sentences.stream().distinct().toList();
  }
}
