package duijie.messages;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is due to the mail server. What that took is not handed over again: should noting it
 * fail, this postman remembers. One that is killed in the very moment between cannot; the mail then
 * comes twice under one Message-ID.
 */
public final class Postman {

  /** After so many failures a mail is given up. */
  public static final int MOST_ATTEMPTS = 10;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int LONGEST_PROBLEM = 300;

  private final Outbox outbox;
  private final MailServer server;
  private final Clock clock;
  private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

  public Postman(Outbox outbox, MailServer server, Clock clock) {
    this.outbox = outbox;
    this.server = server;
    this.clock = clock;
  }

  /**
   * Takes all that is due.
   *
   * @return how many mails were seen to
   * @throws MailServer.Unreachable where the rest has to wait
   */
  public int round() throws MailServer.Unreachable {
    int seen = 0;
    if (!outbox.due(clock.instant())) {
      return seen;
    }
    try (var connection = server.open()) {
      var handing = new Handing(connection);
      while (outbox.next(clock.instant(), handing)) {
        handing.noted();
        seen++;
      }
      return seen;
    }
  }

  /** Twice as long each time. */
  static Duration wait(int attempts) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 20));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** Hands over one mail after the other. */
  private final class Handing implements Function<Mail, Outbox.Result> {

    private final MailServer.Connection connection;
    private MailServer.@Nullable Unreachable broken;
    private @Nullable UUID last;

    Handing(MailServer.Connection connection) {
      this.connection = connection;
    }

    @Override
    public Outbox.Result apply(Mail mail) {
      last = mail.id();
      if (taken.contains(mail.id())) {
        return new Outbox.Result.Sent();
      }
      var expires = mail.expiresAt();
      if (expires != null && !clock.instant().isBefore(expires)) {
        return new Outbox.Result.Never("expired");
      }
      try {
        return result(mail, connection.send(mail));
      } catch (MailServer.Unreachable e) {
        // Maybe it is this mail that the server stumbles over: others go first next time.
        broken = e;
        return later(mail, String.valueOf(e.getMessage()));
      }
    }

    private Outbox.Result result(Mail mail, MailServer.Answer answer) {
      return switch (answer) {
        case MailServer.Answer.Taken() -> {
          taken.add(mail.id());
          yield new Outbox.Result.Sent();
        }
        case MailServer.Answer.NotNow(var problem) -> later(mail, problem);
        case MailServer.Answer.Refused(var problem) -> new Outbox.Result.Never(shortened(problem));
      };
    }

    private Outbox.Result later(Mail mail, String problem) {
      return mail.attempts() + 1 >= MOST_ATTEMPTS
          ? new Outbox.Result.Never(shortened(problem))
          : new Outbox.Result.Later(
              clock.instant().plus(Postman.wait(mail.attempts())), shortened(problem));
    }

    /** What came of the last one is stored. */
    void noted() throws MailServer.Unreachable {
      if (last != null) {
        taken.remove(last);
      }
      if (broken != null) {
        throw broken;
      }
    }
  }

  private static String shortened(String problem) {
    return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
  }
}
