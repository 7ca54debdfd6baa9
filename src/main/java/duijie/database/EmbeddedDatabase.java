package duijie.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
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
  private static final String APPLICATION = "duijie_app";
  private static final String CLUSTER = "database";
  private static final String PASSWORD = "password";
  private static final int PASSWORD_BYTES = 24;
  private static final long LOG_LIMIT = 5_000_000;

  /** Before it is started again: whoever ends the whole site ends the database, too. */
  private static final long PAUSE_MILLIS = 1_000;

  private final Postmaster postmaster;
  private final Path log;
  private final int port;
  private final Database database;
  private final ApplicationRole application;
  private volatile boolean closing;
  private @Nullable Watchdog watchdog;

  private EmbeddedDatabase(
      Postmaster postmaster, Path log, int port, Database database, ApplicationRole application) {
    this.postmaster = postmaster;
    this.log = log;
    this.port = port;
    this.database = database;
    this.application = application;
  }

  /**
   * Starts the database of a data folder, making it first where there is none. A database left over
   * from a killed process is stopped before.
   */
  public static EmbeddedDatabase start(DataFolder folder) {
    var log = folder.logs().resolve("postgresql.log");
    try {
      var programs = Programs.in(PostgresBinaries.unpacked(folder.path().resolve("programs")));
      var cluster = folder.path().resolve(CLUSTER);
      var password = password(folder.path().resolve(PASSWORD));
      var application =
          new ApplicationRole(APPLICATION, password(folder.path().resolve("password-app")));
      if (!Files.isDirectory(cluster)) {
        initialise(programs, folder.path(), cluster);
      }
      var postmaster = new Postmaster(programs, cluster);
      postmaster.stopOrphan();
      keepShort(log);
      int port = postmaster.launch(log);
      var database = at(port, password);
      var running = new EmbeddedDatabase(postmaster, log, port, database, application);
      try {
        running.watch();
        database.requireDurability();
        application.makeIn(database);
      } catch (CannotStart e) {
        running.close();
        throw e;
      } catch (SQLException e) {
        running.close();
        throw new IOException(e);
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

  /**
   * The database that runs on this folder, whoever started it; empty where none does.
   *
   * @throws CannotStart when the folder's files cannot be read
   */
  public static Optional<Database> runningOn(Path folder) {
    var pidFile = folder.resolve(CLUSTER).resolve("postmaster.pid");
    var password = folder.resolve(PASSWORD);
    try {
      if (!Files.exists(pidFile) || !Files.exists(password)) {
        return Optional.empty();
      }
      var lines = Files.readAllLines(pidFile);
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(at(Integer.parseInt(lines.get(3).strip()), password(password)));
    } catch (IOException | NumberFormatException e) {
      throw new CannotStart(
          "data-folder-unusable",
          "数据目录 " + folder + " 无法读取：" + e.getMessage(),
          "The data folder " + folder + " cannot be read: " + e.getMessage(),
          e);
    }
  }

  private static Database at(int port, String password) {
    return new Database(
        "jdbc:postgresql://127.0.0.1:"
            + port
            + "/postgres?ApplicationName=duijie&reWriteBatchedInserts=true",
        USER,
        password);
  }

  /** How to connect to it as the owner of the tables, who may do everything. */
  public Database database() {
    return database;
  }

  /** How the application connects; once the tables are those of this version. */
  public Database application() {
    return database.as(application.name(), application.password());
  }

  /** Has it stopped when this process ends, and started again when it ends and this process not. */
  private void watch() throws IOException {
    var main = postmaster.pid().flatMap(ProcessHandle::of);
    watchdog = main.map(process -> Watchdog.over(process.pid())).orElse(null);
    main.ifPresent(
        process ->
            process
                .onExit()
                .thenRun(() -> Thread.ofPlatform().daemon().name("revival").start(this::revive)));
  }

  private void revive() {
    boolean up = false;
    while (!up && !closing) {
      try {
        Thread.sleep(PAUSE_MILLIS);
        up = startAgain();
      } catch (IOException | CannotStart e) {
        LOG.error("the embedded database ended, and does not start again; trying on", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized boolean startAgain() throws IOException {
    if (!closing) {
      LOG.error("the embedded database ended without having been asked to; starting it again");
      if (watchdog != null) {
        watchdog.close();
      }
      postmaster.stopOrphan();
      postmaster.start(log, port);
      watch();
      LOG.info("the embedded database is up again");
    }
    return true;
  }

  /** Stops it cleanly; everything committed is on disk then. */
  @Override
  public void close() {
    closing = true;
    stop();
  }

  private synchronized void stop() {
    try {
      postmaster.stop();
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
        "--pwfile=" + folder.resolve(PASSWORD),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
    Files.move(staging, cluster, StandardCopyOption.ATOMIC_MOVE);
    Folders.force(folder);
  }

  /** Reads the password, or makes one up first. */
  private static String password(Path file) throws IOException {
    return SecretFile.read(file, PASSWORD_BYTES);
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
