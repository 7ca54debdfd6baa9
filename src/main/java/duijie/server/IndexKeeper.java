package duijie.server;

import duijie.indexing.LiveIndex;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the index, keeps it true to the database while the service runs, builds it anew. */
@Singleton
class IndexKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

  /** A change is in the index after so long, and what it takes to index it. */
  private static final long PAUSE_MILLIS = 250;

  private static final long LOOK_MILLIS = 1000;

  /** A rebuild that failed is not tried again before. */
  private static final long REST_SECONDS = 30;

  private static final long FAREWELL_SECONDS = 20;

  /** Changes wait less than this unless something is wrong. */
  private static final Duration BEHIND = Duration.ofSeconds(30);

  private final LiveIndex index;
  private final AtomicBoolean rebuilding = new AtomicBoolean();
  private boolean failed;

  IndexKeeper(LiveIndex index) {
    this.index = index;
  }

  /** Fills the empty index from the database. */
  void build() {
    LOG.info("building the index");
    index.build();
    var left = index.waiting().failing();
    LOG.info("the index is built{}", left == 0 ? "" : " but for " + left + " records");
  }

  /** Goes on from the build until the answer is closed. */
  AutoCloser start() {
    var timer =
        Executors.newScheduledThreadPool(3, Thread.ofPlatform().name("index-", 1).factory());
    var unused = timer.scheduleWithFixedDelay(this::update, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    var unusedLook =
        timer.scheduleWithFixedDelay(
            () -> look(timer), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return () -> end(timer);
  }

  /** What ends the keeping. */
  interface AutoCloser extends AutoCloseable {
    @Override
    void close();
  }

  /** What is wrong with the index, in a line of its own; nothing where all is well. */
  String complaint() {
    var waiting = index.waiting();
    var text = new StringBuilder();
    if (waiting.failing() > 0) {
      text.append("index: ").append(waiting.failing()).append(" changes cannot be indexed\n");
    }
    if (waiting.oldest().compareTo(BEHIND) > 0) {
      text.append("index: ").append(waiting.oldest().toSeconds()).append(" s behind\n");
    }
    return text.toString();
  }

  private void update() {
    try {
      while (index.update() > 0) {
        // there may be more
      }
      if (failed) {
        failed = false;
        LOG.info("the index is up to date again");
      }
    } catch (RuntimeException | Error e) {
      // Whatever it was, it is tried again: a scheduled task that throws is never run again.
      if (!failed) {
        failed = true;
        LOG.error("the index could not be updated; trying again", e);
      }
    }
  }

  private void look(ScheduledExecutorService timer) {
    try {
      if (index.toBeRebuilt() && rebuilding.compareAndSet(false, true)) {
        timer.execute(() -> rebuild(timer));
      }
    } catch (RuntimeException | Error e) {
      LOG.debug("the index queue does not answer", e);
    }
  }

  private void rebuild(ScheduledExecutorService timer) {
    try {
      LOG.info("building the index anew");
      index.rebuild();
      LOG.info("the new index is in use");
      rebuilding.set(false);
    } catch (RuntimeException | Error e) {
      LOG.error("the index could not be built anew; the old one is used on", e);
      var unused = timer.schedule(() -> rebuilding.set(false), REST_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void end(ScheduledExecutorService timer) {
    timer.shutdownNow();
    try {
      if (timer.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        index.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
