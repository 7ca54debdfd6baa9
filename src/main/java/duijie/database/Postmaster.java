package duijie.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main process of PostgreSQL on one folder, as its pid file names it. */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final int ATTEMPTS = 5;

  /** Systems give out ports from 32,768 on: one of these is still free after a moment's absence. */
  private static final int FIRST_PORT = 20_000;

  private static final Duration FAST = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE = Duration.ofSeconds(10);

  private final Programs programs;
  private final Path cluster;

  Postmaster(Programs programs, Path cluster) {
    this.programs = programs;
    this.cluster = cluster;
  }

  /**
   * Starts it at a free port and waits until it answers.
   *
   * @return the port
   */
  int launch(Path log) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        start(log, port);
        return port;
      } catch (IOException e) {
        // Somebody may have taken the port in between.
        if (attempt == ATTEMPTS || !Files.readString(log).contains("could not create any TCP/IP")) {
          throw e;
        }
      }
    }
  }

  /** Starts it at this port and waits until it answers. */
  void start(Path log, int port) throws IOException {
    programs.run(
        "pg_ctl",
        "start",
        "-D",
        cluster.toString(),
        "-l",
        log.toString(),
        "-w",
        "-t",
        "100",
        "-s",
        "-o",
        options(port));
  }

  private static String options(int port) {
    return "-p "
        + port
        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
        + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
        + " -c max_connections=60 -c log_checkpoints=off -c password_encryption=scram-sha-256";
  }

  private static int freePort() throws IOException {
    for (int port : new Random().ints(ATTEMPTS, FIRST_PORT, FIRST_PORT + 12_000).toArray()) {
      try {
        return free(port);
      } catch (IOException taken) {
        LOG.debug("port {} is taken", port);
      }
    }
    return free(0);
  }

  private static int free(int port) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** Stops it cleanly: everything committed is on disk then. */
  void stop() throws IOException {
    programs.run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
  }

  /**
   * Stops a database that outlived the process that started it, and clears away a pid file without
   * a database. Only whoever holds the data folder's lock may call this: then a running database is
   * nobody's.
   */
  void stopOrphan() throws IOException {
    if (!Files.exists(pidFile())) {
      return;
    }
    var process = pid().flatMap(ProcessHandle::of).filter(this::isOurs);
    if (process.isPresent()) {
      LOG.info("stopping a database left over from an earlier run, pid {}", process.get().pid());
      stop(process.get());
    }
    // Left by a crash. Its number may meanwhile be another program's, for which PostgreSQL would
    // refuse to start. Backends still running would hold the shared memory, which it checks itself.
    Files.deleteIfExists(pidFile());
  }

  /** The process id in the pid file. */
  Optional<Long> pid() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile());
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(Long.valueOf(lines.getFirst().strip()));
  }

  private Path pidFile() {
    return cluster.resolve("postmaster.pid");
  }

  /** Whether the process is a PostgreSQL on this folder and not one that got its number later. */
  private boolean isOurs(ProcessHandle process) {
    var command = process.info().command().orElse("");
    if (!command.endsWith("/postgres") && !command.endsWith("\\postgres.exe")) {
      return false;
    }
    return process
        .info()
        .arguments()
        .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
        .orElse(true);
  }

  private void stop(ProcessHandle process) throws IOException {
    if (!signalled(process, "INT", FAST) && !signalled(process, "QUIT", IMMEDIATE)) {
      throw new CannotStart(
          "database-left-over",
          "上次运行留下的数据库进程 " + process.pid() + " 停不下来。请手工结束它后再启动。",
          "The database process "
              + process.pid()
              + " left over from an earlier run does not stop. End it by hand, then start again.");
    }
  }

  private boolean signalled(ProcessHandle process, String signal, Duration patience)
      throws IOException {
    @Nullable IOException refused = null;
    try {
      programs.run("pg_ctl", "kill", signal, Long.toString(process.pid()));
    } catch (IOException e) {
      refused = e; // It may have ended by itself just now.
    }
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      if (refused != null) {
        throw refused;
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException(e);
    }
  }
}
