package duijie.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much programs may ask: so many requests a minute for each account, or address without one.
 */
@Singleton
public final class Budget {

  /** Requests a minute. */
  public static final int PER_MINUTE = 1200;

  private static final long MINUTE = 60_000;
  private static final int MOST_REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Spent> spent = new ConcurrentHashMap<>();

  Budget(Clock clock) {
    this.clock = clock;
  }

  private record Spent(long minute, int requests) {}

  /** Counts a request and says whether it is still within the budget. */
  public boolean spend(String who) {
    long minute = clock.millis() / MINUTE;
    if (spent.size() > MOST_REMEMBERED) {
      spent.values().removeIf(past -> past.minute() < minute);
    }
    var now =
        spent.merge(
            who,
            new Spent(minute, 1),
            (past, one) -> past.minute() == minute ? new Spent(minute, past.requests() + 1) : one);
    return now.requests() <= PER_MINUTE;
  }

  /** In how many seconds there is a new one. */
  public long secondsLeft() {
    return Math.max(1, (MINUTE - clock.millis() % MINUTE) / 1000);
  }
}
