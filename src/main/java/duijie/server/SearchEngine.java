package duijie.server;

import duijie.indexing.SharedIndexing;
import duijie.matching.IndexUnavailable;
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
  private static final long FAREWELL_SECONDS = 40;

  /** Changes wait less than this unless something is wrong. */
  private static final Duration BEHIND = Duration.ofSeconds(30);

  private final @Nullable SharedIndexing index;
  private final AtomicBoolean rebuilding = new AtomicBoolean();
  private volatile boolean away;

  /**
   * @param index null where no search servers are configured
   */
  SearchEngine(@Nullable SharedIndexing index) {
    this.index = index;
  }

  /** Sees that there is an index, and builds it where there is none, if the servers answer. */
  void prepare() {
    if (index == null) {
      return;
    }
    try {
      while (index.toBeRebuilt()) {
        LOG.info("building the index on the search servers");
        if (!index.rebuild()) {
          Thread.sleep(LOOK_MILLIS); // another server builds it
        }
      }
      LOG.info("the index on the search servers is in use");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IndexUnavailable e) {
      away(e);
    }
  }

  /** Goes on until the answer is run. */
  Runnable start() {
    if (index == null) {
      return () -> {};
    }
    var kept = index;
    var timer =
        Executors.newScheduledThreadPool(3, Thread.ofPlatform().name("search-", 1).factory());
    var unused =
        timer.scheduleWithFixedDelay(() -> update(kept), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    var unusedLook =
        timer.scheduleWithFixedDelay(
            () -> look(kept, timer), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return () -> end(timer);
  }

  /** What is wrong with it, in a line of its own; nothing where all is well. */
  String complaint() {
    if (index == null) {
      return "";
    }
    var waiting = index.waiting();
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

  private void update(SharedIndexing kept) {
    try {
      while (kept.update() > 0) {
        // there may be more
      }
      back();
    } catch (RuntimeException | Error e) {
      // Whatever it was, it is tried again: a scheduled task that throws is never run again.
      away(e);
    }
  }

  private void look(SharedIndexing kept, ScheduledExecutorService timer) {
    try {
      if (kept.toBeRebuilt() && rebuilding.compareAndSet(false, true)) {
        timer.execute(() -> rebuild(kept));
      }
    } catch (RuntimeException | Error e) {
      away(e);
    }
  }

  private void rebuild(SharedIndexing kept) {
    try {
      LOG.info("building the index on the search servers anew");
      if (kept.rebuild()) {
        LOG.info("the new index on the search servers is in use");
      }
    } catch (RuntimeException | Error e) {
      LOG.error("the index on the search servers could not be built anew; trying again", e);
    } finally {
      rebuilding.set(false);
    }
  }

  private void away(Throwable reason) {
    if (!away) {
      away = true;
      LOG.error("the search servers do not do their work; trying again", reason);
    }
  }

  private void back() {
    if (away) {
      away = false;
      LOG.info("the index on the search servers is up to date again");
    }
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
