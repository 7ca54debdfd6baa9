package duijie.benchmarks;

import duijie.benchmarks.PlainRules.Demand;
import duijie.benchmarks.PlainRules.Supply;
import duijie.matching.AgencyFacts;
import duijie.matching.ProjectFacts;
import duijie.matching.RuleBook;
import duijie.matching.cel.CelRuleBooks;
import duijie.regions.ChinaRegions;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * All rules of the shipped book on one pair, against the same rules written by hand in Java. First
 * shows that both say the same of every pair. Exit code 1 where the book takes more than forty
 * times as long.
 */
public final class RuleBenchmark {

  private static final LocalDate AS_OF = GeneratedMarket.AS_OF;
  private static final int ROUNDS = 9;
  private static final double BOUND = 40;

  private final RuleBook book;
  private final List<ProjectFacts> projects;
  private final List<AgencyFacts> agencies;
  private final List<Demand> demands;
  private final List<Supply> supplies;

  private RuleBenchmark() {
    var regions = ChinaRegions.shipped();
    long start = cpu();
    book = CelRuleBooks.ruleBooks(regions).shipped();
    System.out.printf("loading the book: %.0f ms of processor time%n", (cpu() - start) / 1e6);
    var market = new GeneratedMarket(7, 0.5, regions, book.vocabulary());
    projects = market.projects(60).stream().map(book.facts()::of).toList();
    agencies = market.agencies(1000).stream().map(book.facts()::of).toList();
    demands = projects.stream().map(Demand::of).toList();
    supplies = agencies.stream().map(Supply::of).toList();
  }

  public static void main(String[] arguments) {
    var benchmark = new RuleBenchmark();
    benchmark.checkEqual();
    double plain = Double.MAX_VALUE;
    double rules = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      plain = Math.min(plain, benchmark.plain());
      rules = Math.min(rules, benchmark.rules());
    }
    System.out.printf(
        "one pair, all rules and criteria: by hand %.0f ns, by the book %.0f ns, ratio %.1f (bound %.0f)%n",
        plain, rules, rules / plain, BOUND);
    if (rules / plain > BOUND) {
      System.exit(1);
    }
  }

  private void checkEqual() {
    int pairs = 0;
    for (int i = 0; i < projects.size(); i++) {
      for (int j = 0; j < agencies.size(); j++) {
        var verdicts = book.verdicts(projects.get(i), agencies.get(j), AS_OF);
        var values = book.values(projects.get(i), agencies.get(j), AS_OF);
        if (!Arrays.equals(verdicts, PlainRules.verdicts(demands.get(i), supplies.get(j), AS_OF))
            || !Arrays.equals(values, PlainRules.values(demands.get(i), supplies.get(j), AS_OF))) {
          throw new AssertionError(
              "the rules differ on "
                  + projects.get(i).project().id()
                  + " and "
                  + agencies.get(j).agency().id());
        }
        pairs++;
      }
    }
    System.out.println("both say the same of " + pairs + " pairs");
  }

  private double plain() {
    long sum = 0;
    long start = cpu();
    for (var demand : demands) {
      for (var supply : supplies) {
        sum += PlainRules.verdicts(demand, supply, AS_OF).length;
        sum += PlainRules.values(demand, supply, AS_OF)[0] > 0 ? 1 : 0;
      }
    }
    return perPair(start, sum);
  }

  private double rules() {
    long sum = 0;
    long start = cpu();
    for (var project : projects) {
      for (var agency : agencies) {
        sum += book.verdicts(project, agency, AS_OF).length;
        sum += book.values(project, agency, AS_OF)[0] > 0 ? 1 : 0;
      }
    }
    return perPair(start, sum);
  }

  /** The processor time of this thread: other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private double perPair(long start, long sum) {
    if (sum == 0) {
      throw new AssertionError("nothing was computed");
    }
    return (double) (cpu() - start) / projects.size() / agencies.size();
  }
}
