package duijie.server;

import duijie.database.CannotStart;
import duijie.database.DataFolder;
import duijie.database.Database;
import duijie.database.EmbeddedDatabase;
import duijie.pages.Trials;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web application with all it needs, running. It ends, in order and with nothing left behind,
 * when it is closed or when the process is asked to end.
 */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private static final long PATIENCE_SECONDS = 60;

  /** How long answers that have begun may take when the server is to end. */
  private static final long FAREWELL_SECONDS = 25;

  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Options options;
  private final Clock clock;
  private int port;
  private @Nullable ApplicationContext running;

  private Server(Options options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * Starts it and returns when it answers.
   *
   * @param clock its zone decides which day it is
   * @throws CannotStart with a sentence for the person who started it
   */
  public static Server start(Options options, Clock clock) {
    var server = new Server(options, clock);
    Runtime.getRuntime().addShutdownHook(new Thread(server::endWithProcess, "shutdown"));
    try {
      server.run();
      return server;
    } catch (RuntimeException e) {
      boolean ending = server.closed.get();
      server.close();
      if (ending) {
        server.started.countDown();
        waitForTheEnd();
      }
      throw e;
    } finally {
      server.started.countDown();
    }
  }

  /** The process is ending on request: what a start says that was cut short would only mislead. */
  private static void waitForTheEnd() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park();
    }
  }

  /** Where to open it in a browser. */
  public URI address() {
    return options.listening().address(port);
  }

  /**
   * Makes the first administrator where nobody can sign in yet.
   *
   * @param tell is told the sign-in name and the one-time password, which is kept nowhere
   */
  public void firstAdministrator(BiConsumer<String, String> tell) {
    if (running != null) {
      running
          .getBean(FirstAccounts.class)
          .administrator(password -> tell.accept(FirstAccounts.ADMINISTRATOR, password));
    }
  }

  /** A sign-in that the site shows to everybody for trying out. */
  public record Trial(String role, String name, String password) {}

  /** The sign-ins of the demonstration; none where the site shows no demonstration. */
  public List<Trial> trials() {
    return running == null
        ? List.of()
        : running.getBean(Trials.class).all().stream()
            .map(trial -> new Trial(trial.role(), trial.name(), trial.password()))
            .toList();
  }

  /** Waits until it has ended. */
  public void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    synchronized (closing) {
      while (!closing.isEmpty()) {
        try {
          closing.pop().run();
        } catch (RuntimeException e) {
          LOG.warn("while stopping", e);
        }
      }
    }
    ended.countDown();
  }

  /** A start under way sees that it is to end, and takes down what it has just put up. */
  private void endWithProcess() {
    if (started.getCount() > 0) {
      LogFile.silence();
    }
    close();
    try {
      if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("ending in the middle of a start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    options.listening().require(clock.instant());
    var folder = DataFolder.open(options.data(), options.demonstration());
    onClose(folder::close);
    onClose(LogFile.in(folder.logs()));
    // Most of a start is waiting for the database; the rest is read meanwhile.
    var knowledge = new Preloaded(CompletableFuture.supplyAsync(() -> knowledge(folder)));
    var database = database(folder);
    var properties = new HashMap<String, Object>(database.properties());
    properties.putAll(options.listening().properties());
    properties.put("duijie.demonstration", folder.demonstration());
    properties.put("duijie.uploads", folder.path().resolve("uploads").toString());
    properties.put("duijie.secret-key", folder.path().resolve("secret-key").toString());
    var context =
        ApplicationContext.builder()
            .banner(false)
            .properties(properties)
            .singletons(knowledge, clock)
            .start();
    onClose(context::close);
    new Preparation(context).run(folder.demonstration(), LocalDate.now(clock));
    onClose(context.getBean(IndexKeeper.class).start()::close);
    onClose(context.getBean(SearchEngine.class).start());
    onClose(context.getBean(ImportKeeper.class).start()::close);
    onClose(context.getBean(MailRound.class).start());
    onClose(context.getBean(ReminderRound.class).start());
    if (context.getBean(Knowledge.class).folder() != null) {
      onClose(context.getBean(RuleBookWatch.class).start()::close);
    }
    listen(context.getBean(EmbeddedServer.class));
    running = context;
  }

  private Knowledge knowledge(DataFolder folder) {
    var lastGood = new LastGoodBook(folder.path().resolve("rules-last-good"));
    return Knowledge.load(options.rules(), lastGood);
  }

  private Database database(DataFolder folder) {
    var external = ExternalDatabase.configured();
    if (external.isPresent()) {
      var database = external.get();
      database.requireDurability();
      migrate(database);
      return ExternalDatabase.asApplication(database);
    }
    var embedded = EmbeddedDatabase.start(folder);
    onClose(embedded::close);
    LOG.info("the embedded database is up");
    migrate(embedded.database());
    return embedded.application();
  }

  private static void migrate(Database database) {
    database.migrate();
    LOG.info("the tables are those of this version");
  }

  private void listen(EmbeddedServer http) {
    try {
      http.start();
      port = http.getPort();
      onClose(() -> finishAnswers(http.getApplicationContext()));
      LOG.info("answering at {}", address());
    } catch (ApplicationStartupException e) {
      LOG.error("the web server does not start", e);
      throw options.listening().portInUse();
    }
  }

  /** Takes no more requests, and waits a while for the answers that have begun. */
  private static void finishAnswers(BeanContext context) {
    try {
      context
          .getBean(GracefulShutdownManager.class)
          .shutdownGracefully()
          .toCompletableFuture()
          .get(FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("ending before every answer is given", e);
    }
  }

  /**
   * Registers what is to be done at the end, last first; at once where the end has come already.
   */
  private void onClose(Runnable action) {
    synchronized (closing) {
      if (!closed.get()) {
        closing.push(action);
        return;
      }
    }
    action.run();
    throw new IllegalStateException("stopped while starting");
  }

  /** What was read while the database started. */
  record Preloaded(CompletableFuture<Knowledge> knowledge) {

    Knowledge get() {
      try {
        return knowledge.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }
}
