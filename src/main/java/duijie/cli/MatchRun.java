package duijie.cli;

import duijie.agencies.Agency;
import duijie.matching.Matching;
import duijie.projects.Project;
import duijie.shared.InOrder;
import duijie.sheets.Imported;
import duijie.sheets.MatchmakingBook;
import duijie.sheets.Problem;
import duijie.sheets.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of the main job: reads both sheets, tells what is wrong with them, and writes what
 * matches.
 */
final class MatchRun implements AutoCloseable {

  /** More problems than this are not read on a screen; the returned workbook has them all. */
  private static final int PROBLEMS_ON_SCREEN = 50;

  /** Rankings that are worked on at once. */
  private static final int MANY = 200;

  /** Answers that are worked on at once: each names every agency that is excluded. */
  private static final int FEW = 2;

  private final Toolbox tools;
  private final Console console;
  private final Progress progress;
  private final Matching matching;
  private final Map<Path, List<Problem>> problems = new LinkedHashMap<>();
  private List<Row<Project>> projects = List.of();
  private List<Row<Agency>> agencies = List.of();

  MatchRun(Toolbox tools, Console console) {
    this.tools = tools;
    this.console = console;
    this.progress = new Progress(console);
    this.matching = tools.matching();
  }

  /** Reads both workbooks; they may be one and the same. */
  void read(Path projectFile, Path agencyFile) {
    progress.at("match.reading", projectFile);
    projects = taken(projectFile, tools.reader().projects(projectFile));
    // The projects are made ready for the rules while the other sheet is read.
    var ready =
        CompletableFuture.runAsync(
            () -> matching.putProjects(projects.stream().map(Row::value).toList()));
    progress.at("match.reading", agencyFile);
    agencies = taken(agencyFile, tools.reader().agencies(agencyFile));
    ready.join();
    matching.putAgencies(agencies.stream().map(Row::value).toList());
  }

  private <T> List<Row<T>> taken(Path file, Imported<T> sheet) {
    problems
        .computeIfAbsent(file.toAbsolutePath().normalize(), f -> new ArrayList<>())
        .addAll(sheet.problems());
    return sheet.rows();
  }

  boolean hasErrors() {
    return allProblems().stream().anyMatch(MatchRun::isError);
  }

  /** Lists the problems, and where places are planned writes each workbook that has some back. */
  void reportProblems(@Nullable Returned returned) {
    var all = allProblems();
    all.stream().limit(PROBLEMS_ON_SCREEN).map(this::line).forEach(console::sayPlain);
    if (all.size() > PROBLEMS_ON_SCREEN) {
      console.say("match.more-problems", all.size() - PROBLEMS_ON_SCREEN);
    }
    if (returned != null) {
      problems.forEach(
          (file, found) -> {
            if (!found.isEmpty()) {
              giveBack(file, found, returned.of(file));
            }
          });
    }
    long errors = errors(all);
    console.say("match.summary", projects.size(), agencies.size(), errors, all.size() - errors);
  }

  private void giveBack(Path file, List<Problem> found, Path returned) {
    OutputFile.write(
        returned, stream -> tools.writer().errors(file, found, stream), console.messages());
    long errors = errors(found);
    console.say(
        errors == 0 ? "match.returned-warnings" : "match.returned",
        returned,
        errors,
        found.size() - errors);
  }

  private static long errors(List<Problem> problems) {
    return problems.stream().filter(MatchRun::isError).count();
  }

  /** Writes the agreed JSON: every project with its matches and exclusions, and all problems. */
  void writeJson(Path out, LocalDate asOf, int top) {
    OutputFile.write(
        out,
        stream -> {
          try (var json = new MatchJson(stream, matching.ruleBook().version(), asOf)) {
            var answers = InOrder.map(projects, FEW, row -> answer(row, asOf, top));
            var told = new AtomicInteger();
            json.projects(
                answers.peek(
                    answer ->
                        progress.at("match.scoring", told.incrementAndGet(), projects.size())),
                agencies);
            json.problems(allProblems());
          }
        },
        console.messages());
    console.say("written", out);
  }

  private MatchJson.Answer answer(Row<Project> row, LocalDate asOf, int top) {
    return new MatchJson.Answer(
        row,
        matching.agenciesFor(row.value(), asOf, top),
        matching.excludedFrom(row.value(), asOf));
  }

  /** Writes the matchmaking workbook; with nothing on one side there is none to write. */
  void writeWorkbook(Path out, LocalDate asOf, int top) {
    if (projects.isEmpty() || agencies.isEmpty()) {
      var missing = projects.isEmpty() ? "match.nothing-projects" : "match.nothing-agencies";
      throw new Refused(
          ExitCode.PROBLEMS,
          console.messages().get("match.nothing", console.messages().get(missing)));
    }
    var matched = new ArrayList<MatchmakingBook.Matched>();
    InOrder.map(
            projects,
            MANY,
            row ->
                new MatchmakingBook.Matched(
                    row.value(), matching.agenciesFor(row.value(), asOf, top)))
        .forEach(
            match -> {
              matched.add(match);
              progress.at("match.scoring", matched.size(), projects.size());
            });
    var directory = agencies.stream().map(Row::value).toList();
    var book =
        new MatchmakingBook(matched, directory, matching.ruleBook().version(), asOf, true, false);
    progress.at("match.writing", out);
    OutputFile.write(out, stream -> tools.writer().matchmaking(book, stream), console.messages());
    console.say("written", out);
  }

  private List<Problem> allProblems() {
    return problems.values().stream().flatMap(List::stream).toList();
  }

  private static boolean isError(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR;
  }

  /**
   * {@code 错误 agencies.xlsx 机构名录!F12: sentence [code]}. Problems are told in Chinese, the language
   * of the workbook; in English their code stands first, whose words say what is meant.
   */
  private String line(Problem problem) {
    var messages = console.messages();
    var severity = messages.get(isError(problem) ? "severity.error" : "severity.warning");
    var place = new StringBuilder(problem.file());
    if (problem.sheet() != null) {
      place.append(' ').append(problem.sheet());
      if (problem.cell() != null) {
        place.append('!').append(problem.cell());
      }
    }
    return messages.chinese()
        ? "%s %s: %s [%s]".formatted(severity, place, problem.sentence(), problem.code())
        : "%s %s: [%s] %s".formatted(severity, place, problem.code(), problem.sentence());
  }

  @Override
  public void close() {
    tools.close();
  }
}
