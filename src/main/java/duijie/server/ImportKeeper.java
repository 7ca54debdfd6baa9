package duijie.server;

import duijie.imports.ImportWork;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off uploaded workbooks while the service runs, those first that were cut short before. */
@Singleton
class ImportKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(ImportKeeper.class);
  private static final long PAUSE_MILLIS = 300;
  private static final long FAREWELL_SECONDS = 20;

  private final ImportWork work;

  ImportKeeper(ImportWork work) {
    this.work = work;
  }

  /** Goes on until the answer is closed. */
  IndexKeeper.AutoCloser start() {
    var timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("imports-", 1).factory());
    var unused = timer.scheduleWithFixedDelay(this::work, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return () -> end(timer);
  }

  private void work() {
    try {
      while (work.next()) {
        // there may be more
      }
    } catch (RuntimeException | Error e) {
      // Tried again some times: a scheduled task that throws is never run again.
      LOG.error("an uploaded workbook could not be worked off", e);
    }
  }

  private static void end(ScheduledExecutorService timer) {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
