package duijie.matching.cel;

import duijie.matching.Assessment;
import duijie.matching.FactValues;
import duijie.matching.Finding;
import duijie.matching.Judge;
import duijie.matching.Verdict;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The rules of a book for one side of the pairs. */
final class OneSided<F> implements Judge<F> {

  private final CompiledBook book;
  private final Function<F, FactValues> facts;
  private final Function<FactValues, Pair> pairs;
  private final LocalDate asOf;
  private final Settled verdicts;
  private final Verdict settledVerdict;
  private final int unknownSettled;
  private final Settled values;
  private final double[] settledValues;

  OneSided(
      CompiledBook book,
      Function<F, FactValues> facts,
      Function<FactValues, Pair> pairs,
      LocalDate asOf,
      Settled verdicts,
      Settled values) {
    this.book = book;
    this.facts = facts;
    this.pairs = pairs;
    this.asOf = asOf;
    this.verdicts = verdicts;
    this.values = values;
    var settled = settled(verdicts);
    this.settledVerdict = settled.stream().reduce(Verdict.PASS, Verdict::and);
    this.unknownSettled = Collections.frequency(settled, Verdict.UNKNOWN);
    this.settledValues = new double[values.results().length];
    for (int i = 0; i < settledValues.length; i++) {
      settledValues[i] = CompiledBook.value(values.results()[i]);
    }
  }

  /** What those rules say that do not look at the partner; pass in the place of the others. */
  private static List<Verdict> settled(Settled verdicts) {
    var results = verdicts.results().clone();
    for (int place : verdicts.open()) {
      results[place] = true;
    }
    return Arrays.stream(results).map(CompiledBook::verdict).toList();
  }

  @Override
  public Verdict eligibility(F partner) {
    var together = settledVerdict;
    if (together == Verdict.FAIL) {
      return together;
    }
    var theirs = facts.apply(partner);
    var pair = pairs.apply(theirs);
    for (int place : verdicts.open()) {
      together = together.and(CompiledBook.verdict(verdicts.evaluate(place, pair, theirs)));
      if (together == Verdict.FAIL) {
        return together;
      }
    }
    return together;
  }

  @Override
  public double[] values(F partner) {
    var theirs = facts.apply(partner);
    var pair = pairs.apply(theirs);
    double[] all = settledValues.clone();
    for (int place : values.open()) {
      all[place] = CompiledBook.value(values.evaluate(place, pair, theirs));
    }
    return all;
  }

  @Override
  public Assessment assess(F partner) {
    var theirs = facts.apply(partner);
    var pair = pairs.apply(theirs);
    return book.assess(pair, asOf, verdicts.all(pair, theirs), values.all(pair, theirs));
  }

  @Override
  public List<Finding> failures(F partner) {
    var theirs = facts.apply(partner);
    var pair = pairs.apply(theirs);
    return book.failures(pair, verdicts.all(pair, theirs));
  }

  @Override
  public int unknown(F partner) {
    var theirs = facts.apply(partner);
    var pair = pairs.apply(theirs);
    int unknown = unknownSettled;
    for (int place : verdicts.open()) {
      unknown +=
          CompiledBook.verdict(verdicts.evaluate(place, pair, theirs)) == Verdict.UNKNOWN ? 1 : 0;
    }
    return unknown;
  }
}
