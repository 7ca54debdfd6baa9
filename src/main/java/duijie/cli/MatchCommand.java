package duijie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on files alone: two workbooks in, ranked and explained matches out. */
@Command(name = "match")
@SuppressWarnings("NullAway.Init") // options are set by picocli
final class MatchCommand implements Callable<Integer> {

  private static final int MOST_MATCHES = 10_000;
  private static final int EARLIEST_YEAR = 1949;
  private static final int LATEST_YEAR = 2199;

  @Option(
      names = "--projects",
      required = true,
      paramLabel = "F.xlsx",
      descriptionKey = "match.projects")
  private Path projects;

  @Option(
      names = "--agencies",
      required = true,
      paramLabel = "F.xlsx",
      descriptionKey = "match.agencies")
  private Path agencies;

  @Option(names = "--top", paramLabel = "N", defaultValue = "20", descriptionKey = "match.top")
  private int top;

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules-option")
  private @Nullable Path rules;

  @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "match.as-of")
  private @Nullable String asOf;

  @Option(names = "--errors", paramLabel = "DIR", descriptionKey = "match.errors")
  private @Nullable Path errors;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.xlsx|F.json",
      descriptionKey = "match.out")
  private Path out;

  private final Clock clock;
  private final Console console;

  MatchCommand(Clock clock, Console console) {
    this.clock = clock;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var date = checked();
    var returned = errors == null ? null : returned(errors);
    var book = RuleBookOption.load(rules, Toolbox.ruleBooks(), console);
    try (var run = new MatchRun(Toolbox.of(book, date), console)) {
      run.read(projects, agencies);
      run.reportProblems(returned);
      if (isJson()) {
        run.writeJson(out, date, top);
      } else {
        run.writeWorkbook(out, date, top);
      }
      return run.hasErrors() ? ExitCode.PROBLEMS : ExitCode.DONE;
    }
  }

  /** Refuses a call that cannot succeed before any work is done; gives the reference date. */
  private LocalDate checked() throws IOException {
    var messages = console.messages();
    if (!isJson() && !hasEnding(".xlsx")) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("match.bad-out", out));
    }
    if (top < 1 || top > MOST_MATCHES) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("match.bad-top", top));
    }
    for (var input : new Path[] {projects, agencies}) {
      if (!Files.isRegularFile(input) || !Files.isReadable(input)) {
        throw new Refused(ExitCode.WRONG_USAGE, messages.get("no-such-file", input));
      }
      if (Returned.isSame(input, out)) {
        throw new Refused(ExitCode.WRONG_USAGE, messages.get("match.out-is-input", out));
      }
    }
    try {
      var date = asOf == null ? LocalDate.now(clock) : LocalDate.parse(asOf);
      if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
        throw new DateTimeException("nobody can mean " + date);
      }
      return date;
    } catch (DateTimeException notADate) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("match.bad-date", asOf));
    }
  }

  /** Refuses to write a workbook back over one that was read, or to where the result goes. */
  private Returned returned(Path folder) throws IOException {
    var planned = Returned.into(folder, new LinkedHashSet<>(List.of(projects, agencies)));
    for (var file : List.of(projects, agencies, out)) {
      var taken = planned.at(file);
      if (taken.isPresent()) {
        throw new Refused(
            ExitCode.WRONG_USAGE,
            console.messages().get("match.errors-taken", taken.get(), folder));
      }
    }
    return planned;
  }

  private boolean isJson() {
    return hasEnding(".json");
  }

  private boolean hasEnding(String ending) {
    return out.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
