package duijie.matching.cel;

import duijie.matching.AgencyFacts;
import duijie.matching.Assessment;
import duijie.matching.FactValues;
import duijie.matching.Factor;
import duijie.matching.Facts;
import duijie.matching.Finding;
import duijie.matching.Judge;
import duijie.matching.Points;
import duijie.matching.ProjectFacts;
import duijie.matching.Rule;
import duijie.matching.RuleBook;
import duijie.matching.Verdict;
import duijie.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A book whose rules are compiled: all verdicts into one list expression, all values into another.
 */
final class CompiledBook implements RuleBook {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final String version;
  private final Facts facts;
  private final Vocabulary vocabulary;
  private final List<CompiledRule<Rule.Eligibility>> eligibility;
  private final List<CompiledRule<Rule.Criterion>> criteria;
  private final Expressions verdicts;
  private final Expressions values;

  CompiledBook(
      String version,
      Facts facts,
      Vocabulary vocabulary,
      List<RuleText> eligibility,
      List<RuleText> criteria,
      Compilation compilation) {
    this.version = version;
    this.facts = facts;
    this.vocabulary = vocabulary;
    this.eligibility = CompiledRule.all(Rule.Eligibility.class, eligibility, compilation);
    this.criteria = CompiledRule.all(Rule.Criterion.class, criteria, compilation);
    this.verdicts =
        new Expressions(compilation, eligibility.stream().map(RuleText::expression).toList());
    this.values =
        new Expressions(compilation, criteria.stream().map(RuleText::expression).toList());
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public List<Rule.Eligibility> eligibility() {
    return eligibility.stream().map(CompiledRule::rule).toList();
  }

  @Override
  public List<Rule.Criterion> criteria() {
    return criteria.stream().map(CompiledRule::rule).toList();
  }

  @Override
  public Verdict[] verdicts(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    var results = verdicts.evaluate(new Pair(project, agency, asOf));
    var all = new Verdict[results.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = verdict(results.get(i));
    }
    return all;
  }

  @Override
  public double[] values(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    var results = values.evaluate(new Pair(project, agency, asOf));
    var all = new double[results.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = value(results.get(i));
    }
    return all;
  }

  @Override
  public Assessment assess(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    return assess(new Pair(project, agency, asOf), asOf);
  }

  private Assessment assess(Pair pair, LocalDate asOf) {
    return assess(pair, asOf, verdicts.evaluate(pair), values.evaluate(pair));
  }

  /** The assessment of a pair for which the results are known already. */
  Assessment assess(Pair pair, LocalDate asOf, List<?> verdictResults, List<?> valueResults) {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < eligibility.size(); i++) {
      findings.add(finding(eligibility.get(i), verdictResults.get(i), pair));
    }
    var factors = new ArrayList<Factor>();
    for (int i = 0; i < criteria.size(); i++) {
      factors.add(factor(criteria.get(i), valueResults.get(i), pair));
    }
    var score = factors.stream().map(Factor::points).reduce(NOTHING, BigDecimal::add);
    var potential =
        factors.stream().filter(Factor::unknown).map(Factor::weight).reduce(score, BigDecimal::add);
    return new Assessment(version, asOf, findings, factors, score, potential);
  }

  @Override
  public List<Finding> failures(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    return failures(new Pair(project, agency, asOf));
  }

  private List<Finding> failures(Pair pair) {
    return failures(pair, verdicts.evaluate(pair));
  }

  /** The failures of a pair for which the results are known already. */
  List<Finding> failures(Pair pair, List<?> results) {
    var failures = new ArrayList<Finding>();
    for (int i = 0; i < eligibility.size(); i++) {
      if (verdict(results.get(i)) == Verdict.FAIL) {
        failures.add(finding(eligibility.get(i), results.get(i), pair));
      }
    }
    return failures;
  }

  @Override
  public Judge<AgencyFacts> judge(ProjectFacts project, LocalDate asOf) {
    var side = new Pair.Project(project, asOf);
    return judge(AgencyFacts::values, side::with, HalfPair.of(side), asOf);
  }

  @Override
  public Judge<ProjectFacts> judge(AgencyFacts agency, LocalDate asOf) {
    var side = new Pair.Agency(agency, asOf);
    return judge(ProjectFacts::values, side::with, HalfPair.of(side), asOf);
  }

  private <F> Judge<F> judge(
      Function<F, FactValues> facts,
      Function<FactValues, Pair> pairs,
      HalfPair half,
      LocalDate asOf) {
    return new OneSided<>(
        this, facts, pairs, asOf, new Settled(verdicts, half), new Settled(values, half));
  }

  /** What a verdict's expression gave; {@link Expressions.Failure} where it failed. */
  Object verdictResult(int rule, Pair pair) {
    return verdicts.evaluate(pair).get(rule);
  }

  /** What a value's expression gave; {@link Expressions.Failure} where it failed. */
  Object valueResult(int criterion, Pair pair) {
    return values.evaluate(pair).get(criterion);
  }

  /** All that the rule of this id says of a pair: its sentence, remedy and caution. */
  List<String> sentences(String rule, Pair pair) {
    var all = new ArrayList<@Nullable String>();
    for (int i = 0; i < eligibility.size(); i++) {
      if (eligibility.get(i).rule().id().equals(rule)) {
        var finding = finding(eligibility.get(i), verdictResult(i, pair), pair);
        all.addAll(Arrays.asList(finding.sentence(), finding.remedy(), finding.caution()));
      }
    }
    for (int i = 0; i < criteria.size(); i++) {
      if (criteria.get(i).rule().id().equals(rule)) {
        var factor = factor(criteria.get(i), valueResult(i, pair), pair);
        all.addAll(Arrays.asList(factor.sentence(), factor.remedy()));
      }
    }
    return all.stream().flatMap(Stream::ofNullable).toList();
  }

  static Verdict verdict(Object result) {
    if (result instanceof Boolean pass) {
      return pass ? Verdict.PASS : Verdict.FAIL;
    }
    return Verdict.UNKNOWN;
  }

  /** The result as a value from 0 to 1; anything else is unknown. */
  static double value(Object result) {
    if (result instanceof Number number) {
      double value = number.doubleValue();
      return value >= 0 && value <= 1 ? value : Double.NaN;
    }
    return Double.NaN;
  }

  private static Finding finding(
      CompiledRule<Rule.Eligibility> compiled, Object result, Pair pair) {
    var rule = compiled.rule();
    var verdict = verdict(result);
    return new Finding(
        rule.id(),
        rule.name(),
        verdict,
        compiled.sentence(verdict, result, pair),
        compiled.remedy(verdict, pair),
        rule.source(),
        compiled.caution(verdict, pair));
  }

  private static Factor factor(CompiledRule<Rule.Criterion> compiled, Object result, Pair pair) {
    var rule = compiled.rule();
    double value = value(result);
    boolean unknown = Double.isNaN(value);
    var verdict = unknown ? Verdict.UNKNOWN : Verdict.PASS;
    boolean outside = unknown && result instanceof Number;
    return new Factor(
        rule.id(),
        rule.name(),
        rule.weight(),
        unknown ? null : value,
        unknown ? NOTHING : Points.of(rule.weight(), value),
        compiled.sentence(verdict, outside ? OUTSIDE : result, pair),
        compiled.remedy(verdict, pair));
  }

  private static final Expressions.Failure OUTSIDE = new Expressions.Failure("结果不在0到1之间");
}
