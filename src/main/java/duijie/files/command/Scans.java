package duijie.files.command;

import duijie.files.VirusScan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes scans by a program. */
public final class Scans {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Scans() {}

  /**
   * The scan.
   *
   * @param program what to start for each file, or null to take files as they come
   */
  public static VirusScan of(@Nullable String program) {
    return program == null || program.isBlank()
        ? file -> new VirusScan.Verdict.Clean()
        : new CommandScan(program, PATIENCE);
  }
}
