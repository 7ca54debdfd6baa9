package duijie.imports;

import duijie.shared.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of an uploaded workbook would do.
 *
 * @param sheet the name of its sheet, where several are read; else empty
 * @param row Excel's row number
 * @param name what the record is called
 * @param target id of the record that it changes or repeats, or null for a new one
 * @param differences all that it changes; of a new record, all that it says
 * @param conflict whether it would have done something else at the preview before
 */
public record Line(
    String sheet,
    int row,
    Effect effect,
    String name,
    @Nullable String target,
    List<Difference> differences,
    boolean conflict) {

  public Line {
    differences = List.copyOf(differences);
  }

  /** A row of the only sheet that is read. */
  public Line(
      int row,
      Effect effect,
      String name,
      @Nullable String target,
      List<Difference> differences,
      boolean conflict) {
    this("", row, effect, name, target, differences, conflict);
  }

  /** Where a row stands. */
  public record Place(String sheet, int row) {}

  public Place place() {
    return new Place(sheet, row);
  }

  /** The same on this sheet. */
  Line on(String other) {
    return new Line(other, row, effect, name, target, differences, conflict);
  }

  /** Equal for rows that would do the same, and for no others. */
  public String digest() {
    var parts = new ArrayList<byte[]>();
    add(parts, effect.name());
    add(parts, name);
    add(parts, target == null ? "" : target);
    for (var difference : differences) {
      add(parts, difference.column());
      add(parts, difference.before());
      add(parts, difference.after());
    }
    return Fingerprint.of(parts);
  }

  Line inConflict() {
    return new Line(sheet, row, effect, name, target, differences, true);
  }

  private static void add(List<byte[]> parts, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    parts.add((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    parts.add(bytes);
  }
}
