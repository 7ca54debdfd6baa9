package duijie.cli;

import duijie.database.CannotStart;
import duijie.indexing.jdbc.Reindexing;
import duijie.server.OpenDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has a running server build its search index anew. */
@Command(name = "reindex")
@SuppressWarnings("NullAway.Init") // options are set by picocli
final class ReindexCommand implements Callable<Integer> {

  private static final long POLL_MILLIS = 200;

  @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", descriptionKey = "care.data")
  private Path data;

  private final Console console;

  ReindexCommand(Clock clock, Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws SQLException, InterruptedException {
    try (var open = OpenDatabase.of(data)) {
      if (!open.inUse()) {
        console.out().println(console.messages().get("reindex.not-running"));
        return ExitCode.DONE;
      }
      try (var connection = open.database().connect()) {
        return reindex(connection);
      }
    } catch (CannotStart refusal) {
      throw Refused.because(refusal, console);
    }
  }

  private int reindex(Connection connection) throws SQLException, InterruptedException {
    var asked = Reindexing.ask(connection);
    if (asked.isEmpty()) {
      console.out().println(console.messages().get("reindex.not-running"));
      return ExitCode.DONE;
    }
    return switch (outcome(connection, asked)) {
      case DONE, RUNNING -> {
        console.out().println(console.messages().get("reindex.done"));
        yield ExitCode.DONE;
      }
      case LOST -> throw new Refused(ExitCode.PROBLEMS, console.messages().get("reindex.lost"));
    };
  }

  private Reindexing.State outcome(Connection connection, Set<String> asked)
      throws SQLException, InterruptedException {
    var progress = new Progress(console);
    var state = Reindexing.state(connection, asked);
    while (state == Reindexing.State.RUNNING) {
      progress.at("reindex.running");
      Thread.sleep(POLL_MILLIS);
      state = Reindexing.state(connection, asked);
    }
    return state;
  }
}
