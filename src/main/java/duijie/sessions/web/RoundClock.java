package duijie.sessions.web;

import duijie.sessions.Rounds;
import duijie.sessions.Rounds.Round;
import duijie.sessions.Session;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Where the day of a session stands by the server's clock.
 *
 * @param now the server's time, in milliseconds since 1970
 * @param running the turn that runs, or null
 * @param next the turn that comes next, or null
 * @param until when the turn that runs ends, else when the next begins, in milliseconds since 1970;
 *     0 where the day is over
 */
public record RoundClock(long now, @Nullable Turn running, @Nullable Turn next, long until) {

  /** A turn as people read it. */
  public record Turn(int number, String block, String begins, String ends) {}

  static RoundClock of(Session session, int delayMinutes, Instant now) {
    if (session.state().over()) {
      return new RoundClock(now.toEpochMilli(), null, null, 0);
    }
    var rounds = new Rounds(session.setup(), delayMinutes);
    var running = rounds.running(now).orElse(null);
    var next = rounds.next(now).orElse(null);
    long until =
        running != null
            ? running.ends().toEpochMilli()
            : next != null ? next.begins().toEpochMilli() : 0;
    return new RoundClock(
        now.toEpochMilli(), turn(running, delayMinutes), turn(next, delayMinutes), until);
  }

  private static @Nullable Turn turn(@Nullable Round round, int delayMinutes) {
    return round == null
        ? null
        : new Turn(
            round.slot().number(),
            round.slot().block(),
            late(round.slot().begins(), delayMinutes),
            late(round.slot().ends(), delayMinutes));
  }

  private static String late(LocalTime time, int delayMinutes) {
    return time.plusMinutes(delayMinutes).toString();
  }

  /** For example 第 3 轮进行中（09:20–09:28）. */
  public String sentence() {
    if (running != null) {
      return "第 %d 轮进行中（%s–%s）".formatted(running.number(), running.begins(), running.ends());
    }
    return next != null ? "第 %d 轮 %s 开始".formatted(next.number(), next.begins()) : "各轮洽谈都已结束";
  }

  /** What one waits for. */
  public String waiting() {
    return running != null ? "本轮还剩" : "距开始";
  }
}
