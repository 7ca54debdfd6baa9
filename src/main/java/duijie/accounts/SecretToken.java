package duijie.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A random secret that one browser holds. The server keeps its hash alone, so that whoever reads
 * the database can sign in as nobody.
 *
 * @param value 256 random bits, base64url without padding
 */
public record SecretToken(String value) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public SecretToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a token");
    }
  }

  public static SecretToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token of this form, or empty where it has none. */
  public static Optional<SecretToken> of(String value) {
    return FORM.matcher(value).matches() ? Optional.of(new SecretToken(value)) : Optional.empty();
  }

  /** SHA-256 in lower-case hexadecimal: what the server keeps. */
  public String hash() {
    return sha256(value);
  }

  /**
   * Another secret that follows from this one, for one purpose; this one does not follow from it.
   */
  public SecretToken derived(String purpose) {
    byte[] digest = HexFormat.of().parseHex(sha256(purpose + '\n' + value));
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  /** Compares in a time that tells nothing. */
  public boolean same(SecretToken other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "SecretToken[…]";
  }
}
