package duijie.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on. It names the last record that was told, so that records which come or go
 * before it neither repeat nor hide any.
 *
 * @param list which list it is of
 * @param at where the last record stood
 * @param after the last record's id
 */
public record Cursor(String list, int at, String after) {

  private static final int PARTS = 3;
  private static final int LONGEST = 2000;

  /** As programs pass it on, without looking into it. */
  public String text() {
    var plain = list + "\n" + at + "\n" + after;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor of this text, if it is one. */
  public static Optional<Cursor> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var parts = plain.split("\n", PARTS);
      return parts.length == PARTS && parts[1].matches("\\d{1,7}")
          ? Optional.of(new Cursor(parts[0], Integer.parseInt(parts[1]), parts[2]))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
