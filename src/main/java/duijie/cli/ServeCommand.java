package duijie.cli;

import duijie.database.CannotStart;
import duijie.server.Keystore;
import duijie.server.Listening;
import duijie.server.Options;
import duijie.server.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:DUIJIE_HOST:-" + Listening.LOOPBACK + "}",
      descriptionKey = "serve.host")
  private String host;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      defaultValue = "${env:DUIJIE_KEYSTORE}",
      descriptionKey = "serve.keystore")
  private @Nullable Path keystore;

  @Option(
      names = "--behind-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      defaultValue = "${env:DUIJIE_BEHIND_PROXY}",
      descriptionKey = "serve.behind-proxy")
  private @Nullable List<String> proxies;

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
    var listening = listening();
    try (var server = Server.start(new Options(listening, data, demo, rules), clock)) {
      var ready = listening.proxies().isEmpty() ? "serve.ready" : "serve.ready-behind-proxy";
      console.out().println(messages.get(ready, server.address()));
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

  /** The password comes from the environment: everybody on a machine sees its command lines. */
  private Listening listening() {
    var password = System.getenv("DUIJIE_KEYSTORE_PASSWORD");
    var known = keystore == null ? null : new Keystore(keystore, password == null ? "" : password);
    var trusted =
        proxies == null
            ? List.<String>of()
            : proxies.stream().map(String::strip).filter(proxy -> !proxy.isEmpty()).toList();
    return new Listening(host.strip(), port, known, trusted);
  }
}
