package duijie.cli;

import duijie.sheets.WorkbookWriter.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the empty import template. */
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "projects|agencies", descriptionKey = "template.kind")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String kind;

  @Option(names = "--out", required = true, paramLabel = "F.xlsx", descriptionKey = "template.out")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path out;

  @Option(names = "--force", descriptionKey = "template.force")
  private boolean force;

  private final Console console;

  TemplateCommand(Clock clock, Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var messages = console.messages();
    if (!kind.equals("projects") && !kind.equals("agencies")) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("template.unknown", kind));
    }
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("not-xlsx", out));
    }
    // A template is filled in under the name it was given, so what is there may be a day's work.
    if (!force && Files.exists(out)) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("template.exists", out));
    }
    var sheet = kind.equals("projects") ? Kind.PROJECTS : Kind.AGENCIES;
    var writer = Toolbox.of(Toolbox.ruleBooks().shipped()).writer();
    OutputFile.write(out, stream -> writer.template(sheet, stream), messages);
    console.say("written", out);
    return ExitCode.DONE;
  }
}
