package duijie.sheets.poi;

import duijie.sheets.Content;
import duijie.sheets.RefusedWorkbook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Makes contents of what stands in the cells of one workbook. */
final class Values {

  private static final MathContext SHOWN_DIGITS = new MathContext(15);
  private static final int LONGEST_NUMBER = 40;
  private static final double AFTER_LAST_DATE = 2_958_466;

  private final SharedStrings strings;
  private final Styles styles;
  private final boolean from1904;
  private final Allowance allowance;

  Values(SharedStrings strings, Styles styles, boolean from1904, Allowance allowance) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
    this.allowance = allowance;
  }

  /**
   * The content; null where there is none after all.
   *
   * @param style the number of the cell's style, or {@link CellHead#NO_STYLE}
   */
  @Nullable Content of(String type, int style, StringBuilder text) throws RefusedWorkbook {
    return switch (type) {
      case "s" -> {
        var shared = strings.get(index(text));
        allowance.referredText(shared.length());
        yield new Content.Text(shared);
      }
      case "str", "inlineStr" -> {
        allowance.ownText(text.length());
        yield new Content.Text(SharedStrings.decode(text.toString()));
      }
      case "b" -> new Content.Truth(text.length() > 0 && text.charAt(0) == '1');
      case "e" -> new Content.Fault(text.toString().strip());
      case "d" -> date(text.toString().strip());
      default -> number(text, style);
    };
  }

  private static int index(StringBuilder text) throws RefusedWorkbook {
    try {
      return Integer.parseInt(text, 0, text.length(), 10);
    } catch (NumberFormatException notANumber) {
      throw Xml.damaged();
    }
  }

  private static Content date(String text) {
    try {
      return new Content.Moment(
          text.contains("T")
              ? LocalDateTime.parse(
                  text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
              : LocalDate.parse(text).atStartOfDay());
    } catch (DateTimeException notADate) {
      return new Content.Text(text);
    }
  }

  private @Nullable Content number(StringBuilder text, int style) {
    if (text.isEmpty()) {
      return null;
    }
    var format = style == CellHead.NO_STYLE ? Styles.Format.GENERAL : styles.format(style);
    long whole = whole(text);
    if (whole >= 0) {
      return number(BigDecimal.valueOf(whole), whole, format);
    }
    var typed = text.toString().strip();
    double value;
    try {
      value = typed.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(typed);
    } catch (NumberFormatException notANumber) {
      return new Content.Text(typed);
    }
    return Double.isFinite(value)
        ? number(decimal(typed, value), value, format)
        : new Content.Fault("#NUM!");
  }

  private Content number(BigDecimal shown, double value, Styles.Format format) {
    if (format.date() && value >= 0 && value < AFTER_LAST_DATE) {
      var moment = DateUtil.getLocalDateTime(value, from1904, true);
      if (moment != null) {
        return new Content.Moment(moment);
      }
    }
    return new Content.Number(shown, format.percent(), format.digits());
  }

  /** The number of plain digits, as most in a directory are; negative where it is none. */
  private static long whole(StringBuilder text) {
    int length = text.length();
    if (length > 15) {
      return -1;
    }
    long whole = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      whole = 10 * whole + digit;
    }
    return whole;
  }

  /** The number as Excel shows it: what a file keeps may end in the noise of binary fractions. */
  private static BigDecimal decimal(String typed, double value) {
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    try {
      return new BigDecimal(typed).round(SHOWN_DIGITS);
    } catch (NumberFormatException onlyADouble) {
      return BigDecimal.valueOf(value).round(SHOWN_DIGITS);
    }
  }
}
