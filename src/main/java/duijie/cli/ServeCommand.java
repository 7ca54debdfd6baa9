package duijie.cli;

import duijie.database.CannotStart;
import duijie.server.Options;
import duijie.server.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The web application. */
@Command(name = "serve")
@SuppressWarnings("NullAway.Init") // options are set by picocli
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080", descriptionKey = "serve.port")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      descriptionKey = "serve.data")
  private Path data;

  @Option(names = "--demo", descriptionKey = "serve.demo")
  private boolean demo;

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules-option")
  private @Nullable Path rules;

  private final Clock clock;
  private final Console console;

  ServeCommand(Clock clock, Console console) {
    this.clock = clock;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var messages = console.messages();
    if (port < 0 || port > 65_535) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("serve.bad-port", port));
    }
    console.say("serve.starting");
    try (var server = Server.start(new Options(Options.LOOPBACK, port, data, demo, rules), clock)) {
      console.out().println(messages.get("serve.ready", server.address()));
      server.firstAdministrator(
          (name, password) ->
              console.out().println(messages.get("serve.administrator", name, password)));
      server
          .trials()
          .forEach(
              trial ->
                  console
                      .out()
                      .println(
                          messages.get(
                              "serve.trial", trial.name(), trial.password(), trial.role())));
      server.await();
      return ExitCode.DONE;
    } catch (CannotStart refusal) {
      throw Refused.because(refusal, console);
    }
  }
}
