package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What the number formats of a workbook's cells mean: a date, a percentage, a number of digits. */
final class Styles {

  /** More than Excel can have; the rest is taken as unformatted. */
  private static final int MOST = 65_536;

  private static final Pattern ZEROS = Pattern.compile("0{2,20}");
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");

  private final List<Format> formats;

  /**
   * A cell's format.
   *
   * @param date whether the number is a date
   * @param percent whether it is shown times a hundred
   * @param digits how many digits before the point are shown at least
   */
  record Format(boolean date, boolean percent, int digits) {
    static final Format GENERAL = new Format(false, false, 1);
  }

  private Styles(List<Format> formats) {
    this.formats = formats;
  }

  static Styles of(Parts parts, Book book) throws RefusedWorkbook {
    var part = parts.related(book.part(), "styles");
    if (part == null || !parts.has(part)) {
      return new Styles(List.of());
    }
    var codes = new HashMap<Integer, String>();
    var formats = new ArrayList<Format>();
    var known = new HashMap<Integer, Format>();
    boolean ofCells = false;
    try (var xml = parts.xml(part)) {
      for (int event = xml.next(); event != Xml.FINISHED; event = xml.next()) {
        if (event == Xml.END && xml.name().equals("cellXfs")) {
          ofCells = false;
        } else if (event == Xml.START) {
          switch (xml.name()) {
            case "numFmt" -> {
              var code = xml.attribute("formatCode");
              if (code != null && codes.size() < MOST) {
                codes.put(number(xml.attribute("numFmtId")), code);
              }
            }
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
              if (ofCells && formats.size() < MOST) {
                formats.add(
                    known.computeIfAbsent(
                        number(xml.attribute("numFmtId")), id -> format(id, codes)));
              }
            }
            default -> {}
          }
        }
      }
    }
    return new Styles(formats);
  }

  /** The format of a style index. */
  Format format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : Format.GENERAL;
  }

  private static Format format(int id, Map<Integer, String> codes) {
    var own = codes.get(id);
    // Excel in Chinese uses these ids for its own date formats without writing them down.
    if (own == null && (id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
      return new Format(true, false, 1);
    }
    var code = own == null ? BuiltinFormats.getBuiltinFormat(id) : own;
    if (code == null || code.length() > 255) {
      return Format.GENERAL;
    }
    if (DateUtil.isADateFormat(id, code)) {
      return new Format(true, false, 1);
    }
    var bare = LITERALS.matcher(code).replaceAll("");
    return new Format(false, bare.contains("%"), ZEROS.matcher(bare).matches() ? bare.length() : 1);
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
