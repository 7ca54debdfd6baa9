package duijie.cli;

import duijie.matching.RuleBooks.Loaded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Care of the rule book. */
@Command(name = "rules", subcommands = RulesCommand.Check.class)
final class RulesCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new ParameterException(spec.commandLine(), "");
  }

  /**
   * Loads a rule book or publishing rules, or both where no folder is named, runs their examples
   * and names every error with its place.
   */
  @Command(name = "check")
  static final class Check implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", descriptionKey = "rules.check.dir")
    private @Nullable Path folder;

    private final Console console;

    Check(Clock clock, Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      var publishing = new PublishingRulesCheck(console);
      if (folder != null) {
        return PublishingRulesCheck.isFor(folder) ? publishing.check(folder) : book();
      }
      return Math.max(book(), publishing.besideProgram());
    }

    private int book() {
      var books = Toolbox.ruleBooks();
      var place = RuleBookOption.folder(folder);
      if (place == null) {
        console.out().println(console.messages().get("rules.shipped", books.shipped().version()));
        return ExitCode.DONE;
      }
      if (!Files.isDirectory(place)) {
        throw new Refused(ExitCode.WRONG_USAGE, console.messages().get("no-such-folder", place));
      }
      return switch (books.load(place)) {
        case Loaded.Valid valid -> {
          var book = valid.book();
          console
              .out()
              .println(
                  console
                      .messages()
                      .get(
                          "rules.valid",
                          book.eligibility().size(),
                          book.criteria().size(),
                          valid.examples(),
                          book.version()));
          yield ExitCode.DONE;
        }
        case Loaded.Broken broken -> {
          broken.errors().stream()
              .map(error -> RuleBookOption.line(error, console.messages()))
              .forEach(console.out()::println);
          console.say("rules.broken", broken.errors().size());
          yield ExitCode.PROBLEMS;
        }
      };
    }
  }
}
