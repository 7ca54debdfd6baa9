package duijie.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tiny process that stops the database when this process dies without a chance to do it: it waits
 * on a pipe whose other end closes with us.
 */
final class Watchdog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** Deaf to a terminal's ctrl-C, which the process at the other end answers in order. */
  private static final String SCRIPT =
      "trap '' INT TERM HUP; read -r line || kill -INT \"$1\" 2>/dev/null";

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path SESSION = Path.of("/usr/bin/setsid");

  private final Process process;

  private Watchdog(Process process) {
    this.process = process;
  }

  /** Watches over this database process; null where the platform has no shell. */
  static @Nullable Watchdog over(long pid) {
    if (!Files.isExecutable(SHELL)) {
      return null;
    }
    try {
      return new Watchdog(
          new ProcessBuilder(command(pid))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      LOG.warn("nothing watches over the database process: {}", e.getMessage());
      return null;
    }
  }

  /** In a session of its own, so that it outlives a signal to the whole group of this process. */
  private static List<String> command(long pid) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(SESSION)) {
      command.add(SESSION.toString());
    }
    command.addAll(List.of(SHELL.toString(), "-c", SCRIPT, "duijie-watchdog", Long.toString(pid)));
    return command;
  }

  /** Sends it away: the database has ended in order. */
  @Override
  public void close() {
    try (var pipe = process.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("the watchdog has gone already", e);
    }
  }
}
