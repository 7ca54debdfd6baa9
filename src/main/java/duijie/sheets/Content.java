package duijie.sheets;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What stands in a cell, in the type that Excel keeps it in. */
public sealed interface Content {

  /** A formula without a kept value. An empty cell is not handed on at all. */
  Nothing NOTHING = new Nothing();

  /** The content as a person would type it, for text columns and for quoting it in a sentence. */
  String shown();

  /** Typed text, as it was typed. */
  record Text(String value) implements Content {
    @Override
    public String shown() {
      return value;
    }
  }

  /**
   * A number.
   *
   * @param value to the 15 digits that Excel shows
   * @param percent whether the cell's format shows it times a hundred with a percent sign
   * @param digits how many digits before the point the format shows at least, as {@code 000} does
   */
  record Number(BigDecimal value, boolean percent, int digits) implements Content {

    /** A number in the general format. */
    public static Number of(BigDecimal value) {
      return new Number(value, false, 1);
    }

    @Override
    public String shown() {
      if (percent) {
        return plain(value.movePointRight(2)) + "%";
      }
      var plain = plain(value);
      return plain.length() < digits && plain.chars().allMatch(Character::isDigit)
          ? "0".repeat(digits - plain.length()) + plain
          : plain;
    }

    private static String plain(BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
  }

  /** A date, with a time of day unless that is midnight. */
  record Moment(LocalDateTime value) implements Content {
    @Override
    public String shown() {
      return value.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? value.toLocalDate().toString()
          : value.toString().replace('T', ' ');
    }
  }

  /** TRUE or FALSE. */
  record Truth(boolean value) implements Content {
    @Override
    public String shown() {
      return value ? "是" : "否";
    }
  }

  /** An error that Excel shows in the place of a value, such as {@code #REF!}. */
  record Fault(String error) implements Content {
    @Override
    public String shown() {
      return error;
    }
  }

  /** See {@link #NOTHING}. */
  record Nothing() implements Content {
    @Override
    public String shown() {
      return "";
    }
  }
}
