package duijie.sheets;

import java.math.BigDecimal;
import java.util.Optional;

/** Whole numbers in Chinese characters: 八, 十二, 一百二十, 两万, and the forms used on cheques (壹佰贰拾). */
final class ChineseNumber {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
  private static final int LONGEST = 20;

  private ChineseNumber() {}

  /** The number, or empty where the text is not wholly a number in Chinese characters. */
  static Optional<BigDecimal> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    long total = 0;
    long section = 0;
    long digit = -1;
    long lastUnit = Long.MAX_VALUE;
    for (int i = 0; i < text.length(); i++) {
      char symbol = text.charAt(i);
      int value = digit(symbol);
      if (value >= 0) {
        if (digit > 0) {
          return Optional.empty();
        }
        digit = value;
        continue;
      }
      long unit = unit(symbol);
      if (unit == 0) {
        return Optional.empty();
      }
      if (unit >= 10_000) {
        if (isShortened(text, i, digit)) {
          return Optional.empty();
        }
        section += Math.max(digit, 0);
        if (section == 0) {
          return Optional.empty();
        }
        total = (total + section) * unit;
        section = 0;
        lastUnit = Long.MAX_VALUE;
      } else {
        boolean bareTen = digit < 0 && unit == 10 && section == 0;
        if (unit >= lastUnit || digit <= 0 && !bareTen) {
          return Optional.empty();
        }
        section += (bareTen ? 1 : digit) * unit;
        lastUnit = unit;
      }
      digit = -1;
    }
    if (isShortened(text, text.length(), digit)) {
      return Optional.empty();
    }
    return Optional.of(BigDecimal.valueOf(total + section + Math.max(digit, 0)));
  }

  /**
   * Whether the digit before this place is spoken short, as in 一百二 for 120: not for us to guess.
   */
  private static boolean isShortened(String text, int end, long digit) {
    return digit > 0 && end >= 2 && unit(text.charAt(end - 2)) > 10;
  }

  /** The value of a digit in Chinese characters, or −1. */
  static int digit(char symbol) {
    return switch (symbol) {
      case '〇', '○' -> 0;
      case '两' -> 2;
      default -> {
        int value = DIGITS.indexOf(symbol);
        yield value >= 0 ? value : FORMAL.indexOf(symbol);
      }
    };
  }

  private static long unit(char symbol) {
    return switch (symbol) {
      case '十', '拾' -> 10;
      case '百', '佰' -> 100;
      case '千', '仟' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 0;
    };
  }
}
