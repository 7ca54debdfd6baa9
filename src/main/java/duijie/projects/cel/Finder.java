package duijie.projects.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import duijie.projects.Clause;
import duijie.shared.FullWidth;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of words. It takes time in proportion to the text, whatever is written in it.
 *
 * @param kinds in what clauses it is looked for
 */
record Finder(Set<Clause.Kind> kinds, Pattern pattern) {

  /** The group of a pattern that is a number, and the one that may say that it counts 万. */
  private static final String NUMBER = "number";

  private static final String UNIT = "unit";
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final int LONGEST = 1000;
  private static final int LARGEST = 3000;

  /** Signs that look like those of patterns and that nobody looks for. */
  private static final String MISTYPED = "｜＊＋［］｛｝＾＼";

  /**
   * Words that were found.
   *
   * @param number the number among them, if the pattern names one
   */
  record Found(int start, int end, @Nullable BigDecimal number) {

    boolean overlaps(Found other) {
      return start < other.end && other.start < end;
    }

    /** Both and what is between them. */
    Found with(Found other) {
      return new Found(Math.min(start, other.start), Math.max(end, other.end), number);
    }
  }

  /** The pattern; null, with an error, where it is none. */
  static @Nullable Finder of(Set<Clause.Kind> kinds, Scalar scalar, FileErrors errors) {
    int[] symbols = scalar.value().codePoints().toArray();
    boolean fit = symbols.length <= LONGEST;
    if (!fit) {
      errors.add(scalar.start(), "pattern-too-long", "词型最多1000字，请拆开。", "The pattern is too long.");
    }
    if (PatternSize.of(scalar.value()) > LARGEST) {
      fit = false;
      errors.add(
          scalar.start(),
          "pattern-too-large",
          "词型里的次数太多：带次数的括号里再写次数是相乘的，请改小或拆开。",
          "The counted repetitions of the pattern multiply to too many.");
    }
    for (int i = 0; i < symbols.length; i++) {
      if (MISTYPED.indexOf(symbols[i]) >= 0) {
        fit = false;
        errors.add(
            scalar.place(i),
            "full-width-sign",
            FullWidth.sentence(symbols[i]) + "。",
            FullWidth.english(symbols[i]));
      }
    }
    try {
      return fit
          ? new Finder(kinds, Pattern.compile(scalar.value(), Pattern.CASE_INSENSITIVE))
          : null;
    } catch (PatternSyntaxException e) {
      errors.add(
          scalar.start(),
          "bad-pattern",
          "词型写法有误，请检查括号、“|”和数量；出错的地方：“" + e.getPattern() + "”。",
          "The pattern is wrong: " + e.getDescription() + ".");
      return null;
    }
  }

  /** Whether the pattern names a number. */
  boolean counts() {
    return pattern.namedGroups().containsKey(NUMBER);
  }

  /** All places where it is found. */
  List<Found> in(String text) {
    var all = new ArrayList<Found>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        all.add(new Found(matcher.start(), matcher.end(), number(matcher)));
      }
    }
    return all;
  }

  private @Nullable BigDecimal number(Matcher matcher) {
    @Nullable String digits = counts() ? matcher.group(NUMBER) : null;
    if (digits == null || !digits.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      return null;
    }
    boolean ten = pattern.namedGroups().containsKey(UNIT) && "万".equals(matcher.group(UNIT));
    return new BigDecimal(digits).multiply(ten ? TEN_THOUSAND : BigDecimal.ONE);
  }
}
