package duijie.files.command;

import duijie.files.VirusScan;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a program with the file as its only argument. As {@code clamscan} and {@code clamdscan}
 * do, it ends with 0 where it found nothing, with 1 where it found something, and with anything
 * else where it could not look.
 */
final class CommandScan implements VirusScan {

  private static final Logger LOG = LoggerFactory.getLogger(CommandScan.class);

  private final String program;
  private final Duration patience;

  CommandScan(String program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  @Override
  public Verdict scan(Path file) {
    var verdict = run(file);
    switch (verdict) {
      case Verdict.Clean clean -> {}
      case Verdict.Harmful harmful -> LOG.warn("the virus scan found something in an upload");
      case Verdict.Unable(var why) -> LOG.error("an upload could not be scanned: {}", why);
    }
    return verdict;
  }

  private Verdict run(Path file) {
    try {
      var process =
          new ProcessBuilder(program, file.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Verdict.Unable("%s has not ended after %s".formatted(program, patience));
      }
      return switch (process.exitValue()) {
        case 0 -> new Verdict.Clean();
        case 1 -> new Verdict.Harmful();
        default -> new Verdict.Unable("%s ended with %d".formatted(program, process.exitValue()));
      };
    } catch (IOException e) {
      return new Verdict.Unable(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict.Unable("interrupted");
    }
  }
}
