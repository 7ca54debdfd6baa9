package duijie.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL, kept in a data folder and run by this process: it listens on the loopback
 * address alone, asks for a password, and loses nothing that was committed. It ends with this
 * process, even where that is killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String USER = "duijie";
  private static final int ATTEMPTS = 5;
  private static final long LOG_LIMIT = 5_000_000;

  private final Programs programs;
  private final Path cluster;
  private final Database database;
  private final @Nullable Watchdog watchdog;

  private EmbeddedDatabase(
      Programs programs, Path cluster, Database database, @Nullable Watchdog watchdog) {
    this.programs = programs;
    this.cluster = cluster;
    this.database = database;
    this.watchdog = watchdog;
  }

  /**
   * Starts the database of a data folder, making it first where there is none. A database left over
   * from a killed process is stopped before.
   */
  public static EmbeddedDatabase start(DataFolder folder) {
    var log = folder.logs().resolve("postgresql.log");
    try {
      var programs = Programs.in(PostgresBinaries.unpacked(folder.path().resolve("programs")));
      var cluster = folder.path().resolve("database");
      var password = password(folder.path().resolve("password"));
      if (!Files.isDirectory(cluster)) {
        initialise(programs, folder.path(), cluster);
      }
      var postmaster = new Postmaster(programs, cluster);
      postmaster.stopOrphan();
      keepShort(log);
      int port = launch(programs, cluster, log);
      var database =
          new Database(
              "jdbc:postgresql://127.0.0.1:"
                  + port
                  + "/postgres?ApplicationName=duijie&reWriteBatchedInserts=true",
              USER,
              password);
      var watchdog = postmaster.pid().map(Watchdog::over).orElse(null);
      var running = new EmbeddedDatabase(programs, cluster, database, watchdog);
      try {
        database.requireDurability();
      } catch (CannotStart e) {
        running.close();
        throw e;
      }
      return running;
    } catch (IOException e) {
      throw new CannotStart(
          "database-does-not-start",
          "内置数据库启动失败：" + e.getMessage() + "（日志：" + log + "）",
          "The embedded database does not start: " + e.getMessage() + " (log: " + log + ")",
          e);
    }
  }

  /** How to connect to it. */
  public Database database() {
    return database;
  }

  /** Stops it cleanly; everything committed is on disk then. */
  @Override
  public void close() {
    try {
      programs.run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
    } catch (IOException e) {
      LOG.warn("the embedded database did not stop cleanly: {}", e.getMessage());
    }
    if (watchdog != null) {
      watchdog.close();
    }
  }

  /** Makes the files of the database beside their place and moves them there when all is done. */
  private static void initialise(Programs programs, Path folder, Path cluster) throws IOException {
    var staging = folder.resolve("database.new");
    Folders.delete(staging);
    programs.run(
        "initdb",
        "--pgdata=" + staging,
        "--username=" + USER,
        "--pwfile=" + folder.resolve("password"),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
    Files.move(staging, cluster, StandardCopyOption.ATOMIC_MOVE);
    Folders.force(folder);
  }

  /** Reads the password, or makes one up first; nobody else can read the file. */
  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      var fresh = file.resolveSibling("password.new");
      Files.deleteIfExists(fresh);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(ownerOnly));
      }
      Files.writeString(fresh, HexFormat.of().formatHex(random));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }

  /** Starts the server on a free port and waits until it answers. */
  private static int launch(Programs programs, Path cluster, Path log) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
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
        return port;
      } catch (IOException e) {
        // Somebody may have taken the port in between.
        if (attempt == ATTEMPTS || !Files.readString(log).contains("could not create any TCP/IP")) {
          throw e;
        }
      }
    }
  }

  private static String options(int port) {
    return "-p "
        + port
        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
        + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
        + " -c max_connections=60 -c log_checkpoints=off -c password_encryption=scram-sha-256";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void keepShort(Path log) {
    try {
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
        Files.move(
            log, log.resolveSibling("postgresql.1.log"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
