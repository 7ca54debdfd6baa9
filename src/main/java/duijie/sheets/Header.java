package duijie.sheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sheet's header row: which column stands where. Stars, widths, spaces, line breaks and what
 * stands in brackets after a label do not matter, except for a unit.
 *
 * @param row Excel's number of the header row
 * @param places where each known column stands, and in which unit
 * @param known the known columns by place
 * @param extras the headers of unknown columns by place
 * @param repeated the headers that repeat an earlier one, by place
 */
record Header<C extends Enum<C>>(
    int row,
    Map<C, Place> places,
    Map<Integer, C> known,
    Map<Integer, String> extras,
    Map<Integer, String> repeated) {

  private static final Pattern STARS = Pattern.compile("[*★※☆]|\\(必填(?:项)?\\)|\\[必填\\]");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[](.*)[)\\]]$");

  /**
   * Where a column stands.
   *
   * @param column from 0
   * @param unit what stands in brackets after the label; empty where nothing does
   * @param title the header as it was typed, without its star
   */
  record Place(int column, String unit, String title) {}

  /** A longer header is no name to call a column by. */
  private static final int LONGEST_TITLE = 30;

  /** Reads the row as a header. */
  static <C extends Enum<C>> Header<C> of(SheetRow row, Layout<C> layout) {
    var labels = labels(layout);
    var places = new EnumMap<C, Place>(layout.name().getDeclaringClass());
    var known = new HashMap<Integer, C>();
    var extras = new TreeMap<Integer, String>();
    var repeated = new TreeMap<Integer, String>();
    for (var cell : row.cells()) {
      var shown = Typed.halfWidth(cell.content().shown());
      if (shown.isEmpty()) {
        continue;
      }
      var column = labels.get(base(shown));
      if (column == null) {
        boolean again = extras.containsValue(shown);
        (again ? repeated : extras).put(cell.column(), shown);
      } else if (places.containsKey(column)) {
        repeated.put(cell.column(), shown);
      } else {
        var title = title(cell.content().shown());
        places.put(column, new Place(cell.column(), unit(shown), title));
        known.put(cell.column(), column);
      }
    }
    return new Header<>(row.number(), places, known, extras, repeated);
  }

  /** The row with the most labels among these, if one has at least two. */
  static <C extends Enum<C>> @Nullable Header<C> among(List<SheetRow> rows, Layout<C> layout) {
    Header<C> best = null;
    for (var row : rows) {
      var header = of(row, layout);
      if (header.places.size() >= 2
          && (best == null || header.places.size() > best.places.size())) {
        best = header;
      }
    }
    return best;
  }

  /** Whether a cell's text is this label, stars and brackets aside. */
  static boolean isLabel(String typed, String label) {
    // Nearly every cell is told apart by the label's first sign, before anything is compared.
    return typed.indexOf(label.charAt(0)) >= 0
        && typed.length() <= label.length() * 2 + 8
        && base(typed).equals(base(label));
  }

  boolean has(C column) {
    return places.containsKey(column);
  }

  /** What stands in brackets after the column's label; empty where it has none or is not there. */
  String unit(C column) {
    var place = places.get(column);
    return place == null ? "" : place.unit();
  }

  /** What to call the column that stands at this place; empty where nothing known does. */
  String title(int place, Layout<C> layout) {
    var column = known.get(place);
    if (column == null) {
      return "";
    }
    var found = places.get(column);
    return found == null || found.title().isEmpty() || found.title().length() > LONGEST_TITLE
        ? layout.label().apply(column)
        : found.title();
  }

  /** The required columns that are not there, in order. */
  List<C> missing(Layout<C> layout) {
    var missing = new ArrayList<>(layout.columns());
    missing.removeIf(column -> !layout.required().test(column) || has(column));
    return missing;
  }

  private static <C extends Enum<C>> Map<String, C> labels(Layout<C> layout) {
    var labels = new HashMap<>(layout.otherLabels());
    layout.columns().forEach(column -> labels.put(base(layout.label().apply(column)), column));
    return labels;
  }

  private static String title(String typed) {
    return STARS.matcher(typed).replaceAll("").replaceAll("[\\s*＊]+", "");
  }

  private static String base(String label) {
    var compact = STARS.matcher(Typed.compact(label)).replaceAll("");
    return BRACKETS.matcher(compact).replaceFirst("");
  }

  private static String unit(String label) {
    var brackets = BRACKETS.matcher(STARS.matcher(Typed.compact(label)).replaceAll(""));
    return brackets.find() ? brackets.group(1) : "";
  }
}
