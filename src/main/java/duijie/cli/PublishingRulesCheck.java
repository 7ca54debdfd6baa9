package duijie.cli;

import duijie.calendar.WorkingCalendar;
import duijie.calendar.yaml.YamlHolidays;
import duijie.projects.PublishingRules;
import duijie.projects.PublishingRules.Loaded;
import duijie.projects.cel.CelPublishingRules;
import duijie.shared.Checked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the rules that are kept to when a project is published. */
record PublishingRulesCheck(Console console) {

  private static final List<String> FILES = List.of("lint.yml", "periods.yml");

  /** Whether the folder holds such rules, and no rule book. */
  static boolean isFor(Path folder) {
    return FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** Checks the folder beside the program, or the shipped copy where there is none. */
  int besideProgram() {
    var home = System.getProperty("duijie.home");
    var beside = home == null ? null : Path.of(home, "publishing-rules");
    return check(beside != null && Files.isDirectory(beside) ? beside : null);
  }

  /** Checks the folder, or the shipped copy; answers with an exit code. */
  int check(@Nullable Path folder) {
    var calendar = WorkingCalendar.of(YamlHolidays.shipped());
    PublishingRules rules = CelPublishingRules.of(() -> calendar);
    return switch (folder == null ? new Checked.Sound<>(rules.shipped()) : rules.load(folder)) {
      case Checked.Sound<Loaded>(Loaded loaded) -> {
        console
            .out()
            .println(
                console
                    .messages()
                    .get(
                        "rules.publishing.valid",
                        loaded.lint().rules().size(),
                        loaded.periods().all().size(),
                        loaded.examples(),
                        loaded.lint().version()));
        yield ExitCode.DONE;
      }
      case Checked.Faulty<Loaded> faulty -> {
        faulty.errors().stream()
            .map(error -> RuleBookOption.line(error, console.messages()))
            .forEach(console.out()::println);
        console.say("rules.publishing.broken", faulty.errors().size());
        yield ExitCode.PROBLEMS;
      }
    };
  }
}
