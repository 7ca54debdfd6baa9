package duijie.benchmarks;

import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.Filter;
import duijie.matching.FilteredMatching;
import duijie.matching.KnownFilters;
import duijie.matching.RuleBook;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
import duijie.matching.cel.CelRuleBooks;
import duijie.matching.elasticsearch.ElasticsearchIndexes;
import duijie.matching.elasticsearch.RawQuery;
import duijie.matching.lucene.LuceneIndexes;
import duijie.projects.Project;
import duijie.regions.ChinaRegions;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.lucene.LuceneTextAnalysis;
import java.io.PrintStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What ranking the agencies for a project costs over Elasticsearch, beside the bare query that
 * gives the same ids and beside the embedded engine.
 *
 * <p>Arguments: the address of a server, then numbers of agencies, 5,000 and 100,000 by default.
 * For each project, turn by turn, it takes the time from question to answer; what is printed is the
 * mean over the projects of each one's median.
 */
public final class SearchServersBenchmark {

  private static final int PROJECTS = 40;
  private static final int TOP = 20;
  private static final String NAME = "benchmark";

  private final Regions regions = ChinaRegions.shipped();
  private final RuleBook book = CelRuleBooks.ruleBooks(regions).shipped();
  private final TextAnalysis analysis = LuceneTextAnalysis.of(book.vocabulary());
  private final SearchCluster cluster;
  private final PrintStream out;

  private SearchServersBenchmark(URI address, PrintStream out) {
    cluster = new SearchCluster(List.of(address), null, null, NAME, 1, 0);
    this.out = out;
  }

  public static void main(String[] args) {
    var benchmark = new SearchServersBenchmark(URI.create(args[0]), System.out);
    var sizes =
        args.length == 1 ? List.of("5000", "100000") : Arrays.asList(args).subList(1, args.length);
    sizes.forEach(size -> benchmark.run(Integer.parseInt(size)));
  }

  private void run(int size) {
    var market = new GeneratedMarket(1, Math.min(0.6, 6_000.0 / size), regions, book.vocabulary());
    var projects = market.projects(PROJECTS);
    try (var servers = ElasticsearchIndexes.on(cluster, analysis, regions, book.vocabulary());
        var raw = new RawQuery(cluster);
        var embedded = LuceneIndexes.inMemory(analysis, regions, book.vocabulary())) {
      var generation = servers.begin();
      var overServers = new FilteredMatching(book, servers.inUse(), analysis);
      var inProcess = new FilteredMatching(book, embedded, analysis);
      long written = 0;
      for (int i = 0; i < size; i += 1000) {
        var some = market.agencies(i, Math.min(size, i + 1000));
        long start = System.nanoTime();
        write(generation, some);
        written += System.nanoTime() - start;
        overServers.putAgencies(some);
        inProcess.putAgencies(some);
      }
      servers.use(generation);
      servers.removeOthers();
      say("%,d agencies: written to the server within %.1f s", size, written / 1e9);
      measure(projects, raw, servers.inUse(), overServers, inProcess, size);
    }
  }

  private static void write(SharedIndex.Generation generation, List<Agency> agencies) {
    Function<Agency, Long> first = agency -> 1L;
    generation
        .agencies()
        .write(agencies.stream().collect(Collectors.toMap(Agency::id, first)), agencies);
  }

  private void measure(
      List<Project> projects,
      RawQuery raw,
      CandidateIndex index,
      FilteredMatching overServers,
      FilteredMatching inProcess,
      int size) {
    var filters = new KnownFilters(book);
    var byProject =
        projects.stream()
            .map(project -> filters.agenciesFor(project, GeneratedMarket.AS_OF))
            .toList();
    sameIds(byProject, raw, index);
    int warmUp = Math.max(10, 100_000 / size);
    int rounds = Math.max(21, 100_000 / size);
    var bare = new double[PROJECTS][rounds];
    var over = new double[PROJECTS][rounds];
    var inside = new double[PROJECTS][rounds];
    long passing = 0;
    for (int round = -warmUp; round < rounds; round++) {
      for (int i = 0; i < PROJECTS; i++) {
        var project = projects.get(i);
        var filter = byProject.get(i);
        ToIntFunction<FilteredMatching> match =
            matching -> matching.agenciesFor(project, GeneratedMarket.AS_OF, TOP).eligible();
        long start = System.nanoTime();
        int found = raw.passing(filter).size();
        long afterBare = System.nanoTime();
        int eligible = match.applyAsInt(overServers);
        long afterServers = System.nanoTime();
        int expected = match.applyAsInt(inProcess);
        long end = System.nanoTime();
        if (eligible != expected) {
          throw new IllegalStateException(eligible + " eligible, not " + expected);
        }
        if (round >= 0) {
          bare[i][round] = afterBare - start;
          over[i][round] = afterServers - afterBare;
          inside[i][round] = end - afterServers;
          passing += found;
        }
      }
    }
    say(
        "  on average %d pass the filter; bare query: %.3f ms; matching over the server: %.3f ms,"
            + " ratio %.2f; matching embedded: %.3f ms, ratio of the engines %.2f",
        passing / rounds / PROJECTS,
        millis(bare),
        millis(over),
        millis(over) / millis(bare),
        millis(inside),
        millis(over) / millis(inside));
  }

  private static void sameIds(List<Filter> filters, RawQuery raw, CandidateIndex index) {
    for (var filter : filters) {
      var ids = index.agencies().passing(filter).stream().map(Agency.Id::value).toList();
      if (!new HashSet<>(ids).equals(new HashSet<>(raw.passing(filter)))) {
        throw new IllegalStateException("the bare query gives other ids");
      }
    }
  }

  /** The mean over the projects of their medians. */
  private static double millis(double[][] nanos) {
    return Arrays.stream(nanos)
            .mapToDouble(times -> Arrays.stream(times).sorted().toArray()[times.length / 2])
            .average()
            .orElseThrow()
        / 1e6;
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
