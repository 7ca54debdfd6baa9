package duijie.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The web application. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080", descriptionKey = "serve.port")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "serve.data")
  private @Nullable Path data;

  @Option(names = "--demo", descriptionKey = "serve.demo")
  private boolean demo;

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules-option")
  private @Nullable Path rules;

  private final Console console;

  ServeCommand(Clock clock, Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new Refused(ExitCode.FAILED, "serve " + port + data + demo + rules + console);
  }
}
