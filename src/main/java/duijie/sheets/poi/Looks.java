package duijie.sheets.poi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a workbook, one for each look, and a quoted one for texts like formulas. */
final class Looks {

  /** On every Windows and in every Chinese office suite. */
  private static final String FONT = "宋体";

  private static final short POINTS = 10;
  private static final short LARGE_POINTS = 16;
  private static final byte[] HEADER_FILL = {(byte) 0xDC, (byte) 0xE6, (byte) 0xF1};
  private static final byte[] LINE = {(byte) 0x8C, (byte) 0x96, (byte) 0xA0};

  private final XSSFWorkbook workbook;
  private final Map<Look, XSSFCellStyle> styles = new EnumMap<>(Look.class);
  private final Map<Look, XSSFCellStyle> quoted = new EnumMap<>(Look.class);

  /** Adds the styles to a workbook and makes its body font the default. */
  Looks(XSSFWorkbook workbook) {
    this.workbook = workbook;
    var body = workbook.getFontAt(0);
    body.setFontName(FONT);
    body.setFontHeightInPoints(POINTS);
    var bold = workbook.createFont();
    bold.setFontName(FONT);
    bold.setFontHeightInPoints(POINTS);
    bold.setBold(true);
    var large = workbook.createFont();
    large.setFontName(FONT);
    large.setFontHeightInPoints(LARGE_POINTS);
    large.setBold(true);
    for (var look : Look.values()) {
      var font = look == Look.HEADER ? bold : look == Look.TITLE ? large : body;
      styles.put(look, style(workbook, look, font));
      if (look.textual()) {
        var style = style(workbook, look, font);
        style.setQuotePrefixed(true);
        quoted.put(look, style);
      }
    }
  }

  XSSFCellStyle of(Look look) {
    return Objects.requireNonNull(styles.get(look));
  }

  /** The style's index; that of the quoted style where one is asked for and there is one. */
  int index(Look look, boolean quote) {
    var style = quote ? quoted.get(look) : null;
    return (style == null ? of(look) : style).getIndex();
  }

  /** The style of a template's column: the number format alone, without lines. */
  XSSFCellStyle entry(Guide guide) {
    var style = workbook.createCellStyle();
    style.setFont(workbook.getFontAt(0));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(guide.entry() instanceof Entry.Words);
    var format =
        switch (guide.entry()) {
          case Entry.Digits digits -> Look.CODE;
          case Entry.Day day -> Look.DATE;
          case Entry.Moment moment -> Look.DATE_TIME;
          default -> Look.TEXT;
        };
    style.setDataFormat(workbook.createDataFormat().getFormat(format.format()));
    return style;
  }

  private static XSSFCellStyle style(XSSFWorkbook workbook, Look look, XSSFFont font) {
    var style = workbook.createCellStyle();
    style.setFont(font);
    style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(look.textual() || look.centred());
    if (look.centred()) {
      style.setAlignment(HorizontalAlignment.CENTER);
    }
    if (look.heading()) {
      return style;
    }
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    var line = new XSSFColor(LINE);
    style.setTopBorderColor(line);
    style.setBottomBorderColor(line);
    style.setLeftBorderColor(line);
    style.setRightBorderColor(line);
    if (look == Look.HEADER) {
      style.setFillForegroundColor(new XSSFColor(HEADER_FILL));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }
}
