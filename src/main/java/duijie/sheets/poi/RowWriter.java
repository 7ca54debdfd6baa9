package duijie.sheets.poi;

import duijie.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a sheet as SpreadsheetML, one after the other, keeping none of them. */
final class RowWriter {

  /** The day that Excel counts as 0, once its leap day of 1900, which never was, is passed. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** The first day from which Excel's count is right. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /** Excel's numbers are doubles: beyond fifteen digits they are no longer exact. */
  private static final int EXACT_DIGITS = 15;

  private static final double SECONDS_OF_DAY = 86_400;

  private final Utf8Writer xml;
  private final String[] letters;
  private final Look[] looks;
  private final double[] widths;
  private final String[] plain = new String[Look.values().length];
  private final String[] quoted = new String[Look.values().length];
  private final List<String> merges = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private int row;
  private int column;

  RowWriter(Utf8Writer xml, List<? extends SheetColumn<?>> columns, Looks styles) {
    this.xml = xml;
    letters = new String[columns.size()];
    looks = new Look[columns.size()];
    widths = new double[columns.size()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = CellReference.convertNumToColString(i);
      looks[i] = columns.get(i).look();
      widths[i] = columns.get(i).width();
    }
    for (var look : Look.values()) {
      plain[look.ordinal()] = "\" s=\"" + styles.index(look, false);
      quoted[look.ordinal()] = "\" s=\"" + styles.index(look, true);
    }
  }

  /** Writes a row of headers. */
  void header(@Nullable Object[] values) throws IOException {
    start(values, 0);
    for (var value : values) {
      cell(Look.HEADER, value);
    }
    xml.markup("</row>");
  }

  /** Writes one text over all columns. */
  void across(Look look, String text) throws IOException {
    row++;
    column = 0;
    xml.markup("<row r=\"").number(row).markup("\" ht=\"").number(look == Look.TITLE ? 30 : 20);
    xml.markup("\" customHeight=\"1\">");
    cell(look, text);
    for (int i = 1; i < letters.length; i++) {
      blank(look);
    }
    xml.markup("</row>");
    merges.add("A" + row + ":" + letters[letters.length - 1] + row);
  }

  /** Has what follows begin on another page. */
  void breakPage() {
    breaks.add(row);
  }

  /** The blocks of cells that are one. */
  List<String> merges() {
    return merges;
  }

  /** The rows after which a page ends. */
  List<Integer> breaks() {
    return breaks;
  }

  /**
   * Writes a row with a value for each column.
   *
   * @param least how high it is at least, in points
   */
  void row(@Nullable Object[] values, double least) throws IOException {
    start(values, least);
    for (int i = 0; i < values.length; i++) {
      cell(looks[i], values[i]);
    }
    xml.markup("</row>");
  }

  private void start(@Nullable Object[] values, double least) throws IOException {
    row++;
    column = 0;
    int lines = 1;
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text && widths[i] > SheetColumn.HIDDEN) {
        lines = Math.max(lines, Lines.of(text, widths[i]));
      }
    }
    int height = (int) Math.max(least, Lines.height(lines));
    xml.markup("<row r=\"").number(row).markup("\" ht=\"").number(height);
    xml.markup(least > 0 ? "\" customHeight=\"1\">" : "\">");
  }

  /** How many rows were begun. */
  int count() {
    return row;
  }

  /**
   * The next cell of the row; the look is that of a text, of an empty cell, or of a number where
   * there are several.
   */
  private void cell(Look look, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> blank(look);
      case String text -> text(look, text);
      case Integer number -> number(look.textual() ? Look.INTEGER : look, number);
      case Money money -> money(money.yuan());
      case BigDecimal number when look == Look.MONEY -> money(number);
      case BigDecimal number -> decimal(look.textual() ? Look.DECIMAL : look, number);
      case LocalDate date -> date(date);
      case LocalDateTime time -> time(time);
      case LocalTime time -> time(time);
      default -> throw new IllegalArgumentException("no cell for a " + value.getClass());
    }
  }

  private void blank(Look look) throws IOException {
    open(plain[look.ordinal()]).markup("\"/>");
  }

  private void text(Look look, String text) throws IOException {
    if (text.isEmpty()) {
      blank(look);
      return;
    }
    var style = CellText.startsLikeFormula(text) ? quoted : plain;
    open(style[look.ordinal()]).markup("\" t=\"inlineStr\">");
    CellText.write(xml, text);
    xml.markup("</c>");
  }

  private void number(Look look, int number) throws IOException {
    open(plain[look.ordinal()]).markup("\"><v>").number(number).markup("</v></c>");
  }

  private void money(BigDecimal yuan) throws IOException {
    var stripped = yuan.stripTrailingZeros();
    decimal(stripped.scale() > 0 ? Look.MONEY_WITH_FEN : Look.MONEY, stripped);
  }

  private void decimal(Look look, BigDecimal number) throws IOException {
    if (number.precision() > EXACT_DIGITS) {
      text(Look.TEXT, number.toPlainString());
    } else {
      open(plain[look.ordinal()]).markup("\"><v>").markup(number.toPlainString());
      xml.markup("</v></c>");
    }
  }

  private void date(LocalDate date) throws IOException {
    if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
      text(Look.TEXT, date.toString());
    } else {
      number(Look.DATE, (int) (date.toEpochDay() - DAY_ZERO.toEpochDay()));
    }
  }

  private void time(LocalDateTime time) throws IOException {
    var date = time.toLocalDate();
    if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
      text(Look.TEXT, time.toString());
      return;
    }
    double days =
        date.toEpochDay()
            - DAY_ZERO.toEpochDay()
            + time.toLocalTime().toSecondOfDay() / SECONDS_OF_DAY;
    open(plain[Look.DATE_TIME.ordinal()]).markup("\"><v>").markup(Double.toString(days));
    xml.markup("</v></c>");
  }

  private void time(LocalTime time) throws IOException {
    double part = time.toSecondOfDay() / SECONDS_OF_DAY;
    open(plain[Look.TIME.ordinal()]).markup("\"><v>").markup(Double.toString(part));
    xml.markup("</v></c>");
  }

  private Utf8Writer open(String style) throws IOException {
    return xml.markup("<c r=\"").markup(letters[column++]).number(row).markup(style);
  }
}
