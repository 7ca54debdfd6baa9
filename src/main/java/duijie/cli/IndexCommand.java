package duijie.cli;

import duijie.database.CannotStart;
import duijie.indexing.IndexComparison;
import duijie.indexing.IndexComparison.Found;
import duijie.indexing.jdbc.IndexRepair;
import duijie.indexing.jdbc.IndexRepair.Kind;
import duijie.matching.IndexUnavailable;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
import duijie.matching.SharedIndex.Generation;
import duijie.server.OpenDatabase;
import duijie.server.SearchServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Care of the index on search servers. */
@Command(name = "index", subcommands = IndexCommand.Verify.class)
final class IndexCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new ParameterException(spec.commandLine(), "");
  }

  /** Compares the index with the database, and has what differs indexed anew. */
  @Command(name = "verify")
  @SuppressWarnings("NullAway.Init") // options are set by picocli
  static final class Verify implements Callable<Integer> {

    /** How many of the records that differ are named. */
    private static final int NAMED = 20;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        defaultValue = "data",
        descriptionKey = "care.data")
    private Path data;

    private final Console console;

    Verify(Clock clock, Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws SQLException {
      try {
        var servers = SearchServers.configured();
        if (servers.isEmpty()) {
          say("index.embedded");
          return ExitCode.DONE;
        }
        return verify(servers.get());
      } catch (CannotStart refusal) {
        throw Refused.because(refusal, console);
      } catch (IndexUnavailable away) {
        throw new Refused(
            ExitCode.PROBLEMS, console.messages().get("index.away", away.getMessage()));
      }
    }

    private int verify(SearchCluster servers) throws SQLException {
      try (var index = Toolbox.sharedIndex(servers);
          var open = OpenDatabase.of(data);
          var connection = open.database().connect()) {
        var generation = index.current();
        if (generation.isEmpty() || !IndexRepair.possible(connection)) {
          throw new Refused(ExitCode.PROBLEMS, console.messages().get("index.none"));
        }
        return verify(connection, generation.get());
      }
    }

    private int verify(Connection connection, Generation generation) throws SQLException {
      int agencies = compare(connection, Kind.AGENCY, generation.name(), generation.agencies());
      int projects = compare(connection, Kind.PROJECT, generation.name(), generation.projects());
      say(agencies + projects == 0 ? "index.whole" : "index.repaired");
      return agencies + projects == 0 ? ExitCode.DONE : ExitCode.PROBLEMS;
    }

    private int compare(
        Connection connection, Kind kind, String index, SharedIndex.Store<?, ?> store)
        throws SQLException {
      var before = indexed(store);
      var stored = IndexRepair.stored(connection, kind, index);
      var found = new IndexComparison(before, stored, indexed(store)).differences();
      var word = kind.name().toLowerCase(Locale.ROOT);
      say("index.compared-" + word, stored.values().stream().filter(s -> s.there()).count());
      tell(word, found);
      IndexRepair.queue(connection, kind, index, found);
      return found.size();
    }

    private void tell(String word, List<Found> found) {
      for (var one : found.stream().limit(NAMED).toList()) {
        say("index." + one.difference().name().toLowerCase(Locale.ROOT) + "-" + word, one.id());
      }
      if (found.size() > NAMED) {
        say("index.more", found.size() - NAMED);
      }
    }

    private static Map<String, Long> indexed(SharedIndex.Store<?, ?> store) {
      var indexed = new HashMap<String, Long>();
      store.revisions().forEach((id, revision) -> indexed.put(id.toString(), revision));
      return indexed;
    }

    private void say(String key, Object... values) {
      console.out().println(console.messages().get(key, values));
    }
  }
}
