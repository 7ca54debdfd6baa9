package duijie.server;

import duijie.accounts.MailedTokens;
import duijie.accounts.PasswordRecovery;
import duijie.messages.MailServer;
import duijie.messages.Mailing;
import duijie.messages.Outbox;
import duijie.messages.Postman;
import duijie.messages.smtp.SmtpServers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has mail taken to the mail server while the service runs. */
@Singleton
class MailRound {

  private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

  private static final long PAUSE_MILLIS = 1000;
  private static final long FAREWELL_SECONDS = 20;

  /** So long it waits after it met nobody, twice as long each time. */
  private static final Duration FIRST_REST = Duration.ofSeconds(10);

  private static final Duration LONGEST_REST = Duration.ofMinutes(10);

  /** So long it is kept that something was sent. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Mailing mailing;
  private final PasswordRecovery recovery;
  private final MailedTokens tokens;
  private final Outbox outbox;
  private final Clock clock;
  private Duration rest = FIRST_REST;
  private @Nullable Instant resting;

  MailRound(
      Mailing mailing, PasswordRecovery recovery, MailedTokens tokens, Outbox outbox, Clock clock) {
    this.mailing = mailing;
    this.recovery = recovery;
    this.tokens = tokens;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Goes round until the answer is run; where the site sends no mail, not at all. */
  Runnable start() {
    var settings = mailing.settings();
    if (settings == null) {
      LOG.info("no mail server is named: messages stay in the site");
      return () -> {};
    }
    LOG.info("mail goes to {}", settings);
    var postman = new Postman(outbox, SmtpServers.of(settings, clock), clock);
    var timer =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("mail").factory());
    var unused =
        timer.scheduleWithFixedDelay(() -> round(postman), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    var unusedToo = timer.scheduleWithFixedDelay(this::forget, 0, 1, TimeUnit.HOURS);
    return () -> end(timer);
  }

  private void round(Postman postman) {
    seeToRequests();
    var now = clock.instant();
    if (resting != null && now.isBefore(resting)) {
      return;
    }
    try {
      int seen = postman.round();
      if (seen > 0) {
        rest = FIRST_REST;
        LOG.info("{} mails were seen to", seen);
      }
    } catch (MailServer.Unreachable e) {
      LOG.warn("the mail server is not reached, again in {}: {}", rest, e.getMessage());
      rest(now);
    } catch (RuntimeException | Error e) {
      // Whatever it was, it is tried again: a scheduled task that throws is never run again.
      LOG.error("mail could not be sent; trying again in {}", rest, e);
      rest(now);
    }
  }

  private void seeToRequests() {
    try {
      while (recovery.seeToNext()) {
        // there may be more
      }
    } catch (RuntimeException | Error e) {
      LOG.error("who forgot their password could not be written to; trying again", e);
    }
  }

  private void rest(Instant now) {
    resting = now.plus(rest);
    rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
  }

  private void forget() {
    try {
      outbox.forget(clock.instant().minus(KEPT));
      tokens.forgetExpired(clock.instant());
    } catch (RuntimeException | Error e) {
      LOG.warn("old mail could not be forgotten", e);
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
