package duijie.benchmarks;

import duijie.agencies.Agency;
import duijie.matching.FilteredMatching;
import duijie.matching.Ranking;
import duijie.matching.RuleBook;
import duijie.matching.cel.CelRuleBooks;
import duijie.matching.lucene.LuceneIndexes;
import duijie.regions.ChinaRegions;
import duijie.regions.Regions;
import duijie.shared.InOrder;
import duijie.sheets.MatchmakingBook;
import duijie.sheets.Row;
import duijie.sheets.WorkbookReader;
import duijie.sheets.WorkbookWriter;
import duijie.sheets.poi.PoiWorkbooks;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.lucene.LuceneTextAnalysis;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * The main job on files, 200 projects and 500 agencies: reading, matching and writing, against
 * reading and writing the same workbooks with nothing between. Each repetition runs both, in turn;
 * the figure is the ratio of medians.
 *
 * <p>Arguments: projects (200), agencies (500), repetitions (7).
 */
public final class MatchBenchmark {

  private static final int TOP = 20;

  private final Regions regions = ChinaRegions.shipped();
  private final RuleBook rules = CelRuleBooks.ruleBooks(regions).shipped();
  private final WorkbookReader reader = PoiWorkbooks.reader(regions, rules.vocabulary());
  private final WorkbookWriter writer = PoiWorkbooks.writer(regions, rules.vocabulary());
  private final TextAnalysis analysis = LuceneTextAnalysis.of(rules.vocabulary());
  private final Path folder;

  private MatchBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    int projects = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int agencies = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    int repetitions = args.length > 2 ? Integer.parseInt(args[2]) : 7;
    var folder = Files.createTempDirectory("match-benchmark");
    new MatchBenchmark(folder).run(projects, agencies, repetitions);
  }

  private void run(int projects, int agencies, int repetitions) throws IOException {
    var input = folder.resolve("input.xlsx");
    var market = new GeneratedMarket(7, 0.8, regions, rules.vocabulary());
    var none = new Ranking<Agency>(List.of(), 0, 0, false);
    var demand =
        market.projects(projects).stream()
            .map(project -> new MatchmakingBook.Matched(project, none))
            .toList();
    write(input, new MatchmakingBook(demand, market.agencies(agencies), "", asOf(), true, false));

    var matched = book(input);
    var whole = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    for (int i = 0; i < repetitions + 3; i++) {
      double with = seconds(() -> write(out(), book(input)));
      double without =
          seconds(
              () -> {
                reader.projects(input);
                reader.agencies(input);
                write(out(), matched);
              });
      if (i >= 3) {
        whole.add(with);
        bare.add(without);
      }
    }
    long pairs = matched.projects().stream().mapToLong(p -> p.ranking().matches().size()).sum();
    double ours = median(whole);
    double theirs = median(bare);
    System.out.printf(
        Locale.ROOT,
        "match %d x %d (%d pairs written): whole %.3f s, read and write alone %.3f s, ratio %.2f%n",
        projects,
        agencies,
        pairs,
        ours,
        theirs,
        ours / theirs);
  }

  /** Reads both sheets and matches, as the command does. */
  private MatchmakingBook book(Path input) {
    try (var index = LuceneIndexes.forFiles(analysis, regions, rules.vocabulary())) {
      var matching = new FilteredMatching(rules, index, analysis);
      var projects = reader.projects(input);
      var ready =
          CompletableFuture.runAsync(
              () -> matching.putProjects(projects.rows().stream().map(Row::value).toList()));
      var agencies = reader.agencies(input);
      ready.join();
      var directory = agencies.rows().stream().map(Row::value).toList();
      matching.putAgencies(directory);
      var matched =
          InOrder.map(
                  projects.rows(),
                  200,
                  row ->
                      new MatchmakingBook.Matched(
                          row.value(), matching.agenciesFor(row.value(), asOf(), TOP)))
              .toList();
      return new MatchmakingBook(matched, directory, rules.version(), asOf(), true, false);
    }
  }

  private static java.time.LocalDate asOf() {
    return GeneratedMarket.AS_OF;
  }

  private Path out() {
    return folder.resolve("out.xlsx");
  }

  private void write(Path file, MatchmakingBook book) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.matchmaking(book, out);
    }
  }

  private interface Job {
    void run() throws IOException;
  }

  private static double seconds(Job job) throws IOException {
    long begun = System.nanoTime();
    job.run();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
