package duijie.cli;

import duijie.audit.ChainCheck;
import duijie.audit.ChainCheck.Anchor;
import duijie.audit.ChainCheck.Fault;
import duijie.audit.ChainCheck.Kind;
import duijie.audit.jdbc.AuditChains;
import duijie.database.CannotStart;
import duijie.server.OpenDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Care of the audit trail. */
@Command(name = "audit", subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new ParameterException(spec.commandLine(), "");
  }

  /** Checks every row of the trail and names what is wrong. */
  @Command(name = "verify")
  @SuppressWarnings("NullAway.Init") // options are set by picocli
  static final class Verify implements Callable<Integer> {

    @Option(
        names = "--data",
        paramLabel = "DIR",
        defaultValue = "data",
        descriptionKey = "care.data")
    private Path data;

    @Option(names = "--noted", paramLabel = "N:HASH", descriptionKey = "audit.verify.noted")
    private @Nullable String noted;

    private final Console console;
    private long faults;

    Verify(Clock clock, Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws SQLException {
      var anchor = anchor();
      try (var open = OpenDatabase.of(data);
          var connection = open.database().connect()) {
        if (!AuditChains.exists(connection)) {
          throw new Refused(ExitCode.PROBLEMS, console.messages().get("audit.none"));
        }
        return verify(connection, anchor);
      } catch (CannotStart refusal) {
        throw Refused.because(refusal, console);
      }
    }

    private int verify(Connection connection, @Nullable Anchor anchor) throws SQLException {
      var progress = new Progress(console);
      var check = new ChainCheck(anchor, this::tell);
      var end =
          AuditChains.check(connection, check, number -> progress.at("audit.checking", number));
      var summary = faults == 0 ? "audit.whole" : "audit.broken";
      console.out().println(console.messages().get(summary, check.rows(), faults, end.toString()));
      return faults == 0 ? ExitCode.DONE : ExitCode.PROBLEMS;
    }

    private void tell(Fault fault) {
      faults++;
      var key = "audit." + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      boolean rows = fault.kind() == Kind.MISSING || fault.kind() == Kind.CUT_OFF;
      if (rows && fault.first() == fault.last()) {
        key += "-one";
      }
      console.out().println(console.messages().get(key, fault.first(), fault.last()));
    }

    private @Nullable Anchor anchor() {
      if (noted == null) {
        return null;
      }
      if (!noted.matches("\\d{1,18}:[0-9a-f]{64}")) {
        throw new Refused(
            ExitCode.WRONG_USAGE, console.messages().get("audit.verify.bad-noted", noted));
      }
      int colon = noted.indexOf(':');
      return new Anchor(Long.parseLong(noted.substring(0, colon)), noted.substring(colon + 1));
    }
  }
}
