package duijie.sheets;

import duijie.shared.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a row of an exported sheet remembers of the moment when it was made: of which session it is,
 * which record, and what its cells showed. Whoever reads the sheet back can tell by it what
 * somebody typed since, and what somebody else changed on the platform since.
 *
 * @param session the id of the session
 * @param key which record of the session
 * @param seen digests of what the cells showed, in the order of the columns that can be filled in
 */
public record Trace(UUID session, String key, List<String> seen) {

  /** The header of the column in which it stands. */
  public static final String COLUMN = "导出记录（请勿改动）";

  private static final int DIGITS = 8;
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9a-f-]{36}) ((?:[0-9a-f]{8}\\.)*[0-9a-f]{8}) (.+)");

  public Trace {
    seen = List.copyOf(seen);
  }

  /** The trace of a row whose cells show these texts. */
  public static Trace of(UUID session, String key, List<String> shown) {
    return new Trace(session, key, shown.stream().map(Trace::digest).toList());
  }

  /** Reads it; empty where somebody has changed it. */
  static Optional<Trace> read(String text) {
    var parts = WRITTEN.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var session = UUID.fromString(parts.group(1));
      return Optional.of(new Trace(session, parts.group(3), List.of(parts.group(2).split("\\."))));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** As it stands in a cell. */
  public String written() {
    return session + " " + String.join(".", seen) + " " + key;
  }

  /** Whether the cell of this number showed this text. */
  public boolean saw(int cell, String text) {
    return cell < seen.size() && seen.get(cell).equals(digest(text));
  }

  private static String digest(String text) {
    return Fingerprint.of(List.of(text.getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
  }
}
