package duijie.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others: it only says what there is. */
@Command(
    name = "duijie",
    version = "Duijie 对接 0.1.0",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {
      MatchCommand.class,
      TimetableCommand.class,
      TemplateCommand.class,
      RulesCommand.class,
      ServeCommand.class,
      AuditCommand.class,
      ReindexCommand.class,
      IndexCommand.class
    })
final class DuijieCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  /**
   * Read by {@link Messages#forArguments} before anything is parsed; declared here so that every
   * command takes it.
   */
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      scope = ScopeType.INHERIT,
      descriptionKey = "lang")
  void language(String language) {
    if (!language.equals("zh") && !language.equals("en")) {
      throw new ParameterException(spec.commandLine(), "--lang: zh | en");
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new ParameterException(spec.commandLine(), "");
  }
}
