package duijie.server;

import duijie.indexing.SharedIndexing;
import duijie.matching.WatchedIndex;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index on search servers, where some are configured, while the service runs. Servers
 * that are away stop nothing: what is to be indexed waits for them.
 */
final class SearchEngine {

  private static final Logger LOG = LoggerFactory.getLogger(SearchEngine.class);

  /** A change is in the index after so long, and what it takes to index it. */
  private static final long PAUSE_MILLIS = 250;

  private static final long LOOK_MILLIS = 1000;

  /** A rebuild that failed is not tried again before. */
  private static final long REST_SECONDS = 30;

  private static final long FAREWELL_SECONDS = 40;

  /** Servers that are away are asked this often to try again what they have given up. */
  private static final long RETRY_SECONDS = 10;

  /** Changes wait less than this unless something is wrong. */
  private static final Duration BEHIND = Duration.ofSeconds(30);

  private final @Nullable Kept kept;
  private final AtomicBoolean rebuilding = new AtomicBoolean();
  private volatile boolean away;

  /**
   * @param kept null where no search servers are configured
   */
  SearchEngine(@Nullable Kept kept) {
    this.kept = kept;
  }

  /**
   * What is kept.
   *
   * @param indexing writes to it
   * @param watched reads from it while it is true to the database
   */
  record Kept(SharedIndexing indexing, WatchedIndex watched) {}

  /** Sees that there is an index, and builds it where there is none, if the servers answer. */
  void prepare() {
    if (kept == null) {
      return;
    }
    try {
      while (kept.indexing().toBeRebuilt()) {
        LOG.info("building the index on the search servers");
        if (!kept.indexing().rebuild()) {
          Thread.sleep(LOOK_MILLIS); // another server builds it
        }
      }
      catchUp(kept);
      kept.watched().trust();
      LOG.info("the index on the search servers is in use");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Not even servers that let nobody in keep the site from starting.
      away(kept, e);
    }
  }

  /** Goes on until the answer is run. */
  Runnable start() {
    if (kept == null) {
      return () -> {};
    }
    var running = kept;
    var timer =
        Executors.newScheduledThreadPool(4, Thread.ofPlatform().name("search-", 1).factory());
    var unused =
        timer.scheduleWithFixedDelay(() -> update(running), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    var unusedLook =
        timer.scheduleWithFixedDelay(
            () -> look(running, timer), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    var unusedRetry =
        timer.scheduleWithFixedDelay(
            () -> retry(running), RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
    return () -> end(timer);
  }

  /** What is wrong with it, in a line of its own; nothing where all is well. */
  String complaint() {
    if (kept == null) {
      return "";
    }
    var waiting = kept.indexing().waiting();
    var text = new StringBuilder();
    if (away) {
      text.append("search servers: no answer\n");
    }
    if (waiting.failing() > 0) {
      text.append("search servers: ")
          .append(waiting.failing())
          .append(" changes cannot be indexed\n");
    }
    if (waiting.oldest().compareTo(BEHIND) > 0) {
      text.append("search servers: ").append(waiting.oldest().toSeconds()).append(" s behind\n");
    }
    return text.toString();
  }

  private void update(Kept running) {
    try {
      catchUp(running);
    } catch (RuntimeException | Error e) {
      // Whatever it was, it is tried again: a scheduled task that throws is never run again.
      away(running, e);
    }
  }

  private static void catchUp(Kept running) {
    while (running.indexing().update() > 0) {
      // there may be more
    }
  }

  private void look(Kept running, ScheduledExecutorService timer) {
    try {
      if (running.indexing().toBeRebuilt()) {
        if (rebuilding.compareAndSet(false, true)) {
          timer.execute(() -> rebuild(running, timer));
        }
      } else if (!running.watched().trusted()) {
        // What was changed while they were away comes first: they must not answer without it.
        catchUp(running);
        running.watched().trust();
        back();
      }
    } catch (RuntimeException | Error e) {
      away(running, e);
    }
  }

  /** Beside the writing, which itself may wait for what the servers have given up. */
  private static void retry(Kept running) {
    try {
      if (!running.watched().trusted()) {
        running.indexing().retry();
      }
    } catch (RuntimeException | Error e) {
      LOG.debug("the search servers cannot be asked to try again", e);
    }
  }

  private void rebuild(Kept running, ScheduledExecutorService timer) {
    try {
      LOG.info("building the index on the search servers anew");
      if (running.indexing().rebuild()) {
        LOG.info("the new index on the search servers is in use");
      }
      rebuilding.set(false);
    } catch (RuntimeException | Error e) {
      LOG.error("the index on the search servers could not be built anew; trying again", e);
      var unused = timer.schedule(() -> rebuilding.set(false), REST_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void away(Kept running, Throwable reason) {
    running.watched().distrust();
    if (!away) {
      away = true;
      LOG.error("the search servers do not do their work; trying again", reason);
    }
  }

  private void back() {
    away = false;
    LOG.info("the search servers answer, and know what was changed meanwhile");
  }

  private static void end(ScheduledExecutorService timer) {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("ending while the search servers are still being written to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
