package duijie.sessions;

import duijie.sessions.Absences.Party;
import duijie.sessions.Days.Seal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The codes of a session: one for each party, by which a helper at the door sees who stands there,
 * and one of the hall, which is read there only and shows that somebody is in it. None can be
 * guessed from another.
 */
@Singleton
public class Badges {

  /** Without 0, 1, I and O, which people take for one another. */
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int BADGE_LENGTH = 16;
  private static final int HALL_LENGTH = 8;

  /** A picture of the code of the hall is of use to nobody for long. */
  private static final Duration HALL_CHANGES = Duration.ofMinutes(10);

  private final Days days;
  private final Clock clock;

  Badges(Days days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  /** The code of a party. */
  public String code(Session.Id session, Party party) {
    return code(days.seal(session), party);
  }

  private static String code(Seal seal, Party party) {
    return written(seal, party.side() + " " + party.id(), BADGE_LENGTH);
  }

  /** Whose code this is, among these. */
  public Optional<Party> holder(Session.Id session, String code, Collection<Party> parties) {
    var seal = days.seal(session);
    return parties.stream().filter(party -> same(code(seal, party), code)).findFirst();
  }

  /** The code that is read in the hall now; it changes every so often. */
  public String hallCode(Session.Id session) {
    return hallCode(days.seal(session), span());
  }

  /** Whether it is that, or the one just before; small letters and blanks do not matter. */
  public boolean isHallCode(Session.Id session, String code) {
    var seal = days.seal(session);
    var typed = code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return same(hallCode(seal, span()), typed) || same(hallCode(seal, span() - 1), typed);
  }

  private static String hallCode(Seal seal, long span) {
    return written(seal, "hall " + span, HALL_LENGTH);
  }

  private long span() {
    return clock.instant().getEpochSecond() / HALL_CHANGES.toSeconds();
  }

  private static boolean same(String code, String typed) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(Seal seal, String what, int length) {
    byte[] bytes = seal.of(what);
    var code = new StringBuilder();
    for (int i = 0; i < length; i++) {
      code.append(LETTERS.charAt(bytes[i] & (LETTERS.length() - 1)));
    }
    return code.toString();
  }
}
