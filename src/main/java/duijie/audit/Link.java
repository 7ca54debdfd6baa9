package duijie.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail as a link of its chain: raw, because it may have been tampered with.
 *
 * <p>A row's hash is taken over all its columns but the hash itself. Each is written as a text
 * whose end is told by its beginning: its length in bytes of UTF-8 in decimal digits, a colon, and
 * those bytes; a hyphen for what is null. No two rows are therefore written alike. One after the
 * other, without anything in between, come
 *
 * <ol>
 *   <li>the algorithm's name, {@code SHA-256};
 *   <li>the number in decimal digits;
 *   <li>the time as {@code 2026-11-24T06:30:00.123456Z}, in UTC with six digits of the second;
 *   <li>the account's id in small hexadecimal digits with hyphens; the sign-in name;
 *   <li>how many roles, in decimal digits, and each of them; the organisation;
 *   <li>the deed; the outcome; the record's kind; its id;
 *   <li>the address; the user agent;
 *   <li>the JSON before and the JSON after, letter by letter as they are stored;
 *   <li>the hash of the row before in small hexadecimal digits; for the first row, 64 zeros.
 * </ol>
 *
 * <p>The database makes the hash as it inserts the row; here it is made again, independently.
 *
 * @param content the texts above, first to last
 * @param hash as stored, in small hexadecimal digits
 */
public record Link(
    long number,
    @Nullable String algorithm,
    List<@Nullable String> content,
    @Nullable String previousHash,
    @Nullable String hash) {

  /** What the first row follows. */
  public static final String BEGINNING = "0".repeat(64);

  private static final Set<String> KNOWN = Set.of("SHA-256");

  boolean algorithmKnown() {
    return algorithm != null && KNOWN.contains(algorithm);
  }

  /** Whether the hash is that of the columns. */
  boolean isWhole() {
    try {
      var digest = MessageDigest.getInstance(String.valueOf(algorithm));
      for (var text : content) {
        if (text == null) {
          digest.update((byte) '-');
        } else {
          var bytes = text.getBytes(StandardCharsets.UTF_8);
          digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
          digest.update(bytes);
        }
      }
      return HexFormat.of().formatHex(digest.digest()).equals(hash);
    } catch (NoSuchAlgorithmException e) {
      return false;
    }
  }
}
