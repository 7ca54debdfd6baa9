package duijie.benchmarks;

import duijie.matching.FilteredMatching;
import duijie.matching.RuleBook;
import duijie.matching.cel.CelRuleBooks;
import duijie.matching.lucene.LuceneIndexes;
import duijie.matching.lucene.RawSearch;
import duijie.projects.Project;
import duijie.regions.ChinaRegions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.lucene.LuceneTextAnalysis;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What ranking the agencies for a project costs beside a bare Lucene query of its need.
 *
 * <p>Arguments: numbers of agencies, 5,000 and 100,000 by default. For each it prints the processor
 * time of one thread for one project: a BM25 query of all words of the need for the top 200, and
 * the whole matching (filter, all rules on everything left, top 20 with reasons), turn by turn.
 */
public final class MatchingBenchmark {

  private static final int PROJECTS = 40;
  private static final int TOP = 20;
  private static final int BM25_TOP = 200;

  private final RuleBook book;
  private final TextAnalysis analysis;
  private final PrintStream out;

  private MatchingBenchmark(RuleBook book, TextAnalysis analysis, PrintStream out) {
    this.book = book;
    this.analysis = analysis;
    this.out = out;
  }

  public static void main(String[] args) {
    var book = CelRuleBooks.ruleBooks(ChinaRegions.shipped()).shipped();
    var benchmark =
        new MatchingBenchmark(book, LuceneTextAnalysis.of(book.vocabulary()), System.out);
    var sizes = args.length == 0 ? List.of("5000", "100000") : Arrays.asList(args);
    sizes.forEach(size -> benchmark.run(Integer.parseInt(size)));
  }

  private void run(int size) {
    long before = usedMemory();
    var market =
        new GeneratedMarket(
            1, Math.min(0.6, 6_000.0 / size), ChinaRegions.shipped(), book.vocabulary());
    var projects = market.projects(PROJECTS);
    try (var index = LuceneIndexes.inMemory(analysis, ChinaRegions.shipped(), book.vocabulary())) {
      var matching = new FilteredMatching(book, index, analysis);
      long start = cpu();
      for (int i = 0; i < size; i += 1000) {
        matching.putAgencies(market.agencies(i, Math.min(size, i + 1000)));
      }
      matching.putProjects(projects);
      say(
          "%,d agencies: put in within %.1f s, %,d MB of memory",
          size, (cpu() - start) / 1e9, (usedMemory() - before) >> 20);
      var searches =
          projects.stream()
              .map(project -> new RawSearch(index, pairsAndWords(text(project))))
              .toList();
      int warmUp = Math.max(15, 150_000 / size);
      for (int round = 0; round < warmUp; round++) {
        measure(matching, projects, searches);
      }
      var total = new Times();
      for (int round = 0; round < Math.max(10, 50_000 / size); round++) {
        total.add(measure(matching, projects, searches));
      }
      say(
          "  on average %.0f eligible; BM25 top %d: %.3f ms; matching top %d: %.3f ms; ratio %.2f",
          total.eligible / (double) total.count,
          BM25_TOP,
          total.raw / 1e6 / total.count,
          TOP,
          total.matching / 1e6 / total.count,
          (double) total.matching / total.raw);
    }
  }

  private List<String> pairsAndWords(String text) {
    return analysis.terms(text).stream().filter(term -> term.length() > 1).toList();
  }

  private static String text(Project project) {
    return project.name() + "\n" + (project.need() == null ? "" : project.need());
  }

  private static Times measure(
      FilteredMatching matching, List<Project> projects, List<RawSearch> searches) {
    var times = new Times();
    for (int i = 0; i < projects.size(); i++) {
      long start = cpu();
      searches.get(i).top(BM25_TOP);
      long between = cpu();
      var ranking = matching.agenciesFor(projects.get(i), GeneratedMarket.AS_OF, TOP);
      long end = cpu();
      times.raw += between - start;
      times.matching += end - between;
      times.eligible += ranking.eligible();
      times.count++;
    }
    return times;
  }

  private static final class Times {
    private long raw;
    private long matching;
    private long eligible;
    private int count;

    private void add(Times other) {
      raw += other.raw;
      matching += other.matching;
      eligible += other.eligible;
      count += other.count;
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long usedMemory() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
