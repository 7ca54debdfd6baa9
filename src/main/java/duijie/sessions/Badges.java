package duijie.sessions;

import duijie.sessions.Absences.Party;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
  private static final String ALGORITHM = "HmacSHA256";

  private final Days days;

  Badges(Days days) {
    this.days = days;
  }

  /** The code of a party. */
  public String code(Session.Id session, Party party) {
    return code(days.secret(session), party);
  }

  private static String code(byte[] secret, Party party) {
    return written(secret, party.side() + " " + party.id(), BADGE_LENGTH);
  }

  /** Whose code this is, among these. */
  public Optional<Party> holder(Session.Id session, String code, Collection<Party> parties) {
    byte[] secret = days.secret(session);
    return parties.stream().filter(party -> same(code(secret, party), code)).findFirst();
  }

  /** The code that is read in the hall. */
  public String hallCode(Session.Id session) {
    return written(days.secret(session), "hall", HALL_LENGTH);
  }

  /** Whether it is that; small letters and blanks do not matter. */
  public boolean isHallCode(Session.Id session, String code) {
    return same(hallCode(session), code.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  private static boolean same(String code, String typed) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(byte[] secret, String what, int length) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] bytes = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
      var code = new StringBuilder();
      for (int i = 0; i < length; i++) {
        code.append(LETTERS.charAt(bytes[i] & 31));
      }
      return code.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
