package duijie.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine;

/**
 * Runs one command of the command line. Results go to standard output or a file, all other words to
 * standard error.
 */
public final class CommandLineProgram {

  /** Dates are those of China wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private CommandLineProgram() {}

  /** Runs the command that the arguments name and gives its exit code: see {@link ExitCode}. */
  public static int run(String... args) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(Clock.system(CHINA), out, err, args);
  }

  /** The same with a given clock and given places to write to. */
  public static int run(Clock clock, PrintWriter out, PrintWriter err, String... args) {
    var messages = Messages.forArguments(args);
    var console = new Console(out, err, messages);
    var line = new CommandLine(new DuijieCommand(), new Commands(clock, console));
    line.setResourceBundle(messages.bundle());
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(new WrongUsage(console));
    line.setExecutionExceptionHandler(new Failure(console));
    return line.execute(args);
  }
}
