package duijie.server;

import duijie.agencies.ExpiryReminders;
import duijie.sessions.IntentReminders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has people reminded of what runs out and of what is due, at the start and each hour: it is told
 * once a stage.
 */
@Singleton
class ReminderRound {

  private static final Logger LOG = LoggerFactory.getLogger(ReminderRound.class);

  private final ExpiryReminders reminders;
  private final IntentReminders intents;
  private final Clock clock;

  ReminderRound(ExpiryReminders reminders, IntentReminders intents, Clock clock) {
    this.reminders = reminders;
    this.intents = intents;
    this.clock = clock;
  }

  /** Goes round until the answer is run. */
  Runnable start() {
    var timer =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("reminders").factory());
    var unused = timer.scheduleWithFixedDelay(this::remind, 0, 1, TimeUnit.HOURS);
    return () -> {
      var cut = timer.shutdownNow();
      LOG.debug("{} rounds are not made any more", cut.size());
    };
  }

  private void remind() {
    var today = LocalDate.now(clock);
    remind(() -> reminders.remind(today));
    remind(() -> intents.remind(today));
  }

  private static void remind(Runnable reminders) {
    try {
      reminders.run();
    } catch (RuntimeException | Error e) {
      // Tried again in an hour: a scheduled task that throws is never run again.
      LOG.error("people could not be reminded of what runs out", e);
    }
  }
}
