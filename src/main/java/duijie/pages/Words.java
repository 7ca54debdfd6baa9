package duijie.pages;

import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.FullWidth;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values are written on the pages. */
@Singleton
public final class Words {

  /** How a name ends that says of itself that it is made up. */
  private static final String DEMONSTRATION = "（演示）";

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Mobile and fixed-line numbers, also with signs between groups; plain digits. */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<!\\d)(?:(?:\\+?86[-. ]?)?1[3-9]\\d[-. ]?\\d{4}[-. ]?\\d{4}|\\(?0\\d{2,3}\\)?[-—–."
              + " ]?\\d{7,8}|400[-. ]?\\d{3,4}[-. ]?\\d{3,4})(?![\\dA-Za-z])");

  /** Numbers and names on messengers, and mail addresses. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?i)(?:qq|wx|vx|wechat|微信)号?[:： ]{0,2}[a-z0-9_-]{5,20}"
              + "|[a-z0-9._%+-]{1,64}@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  private final Regions regions;
  private final Vocabulary vocabulary;

  Words(Regions regions, Vocabulary vocabulary) {
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  /**
   * The names from the province down: 四川省 · 广元市 · 旺苍县; for a code that is retired or unknown, those
   * that are known and the code.
   */
  public String place(Region.Code code) {
    var path = regions.path(code);
    var names = String.join(" · ", path.stream().map(Region::name).toList());
    boolean known = !path.isEmpty() && path.getLast().code().equals(code);
    return known ? names : (names + " 代码 " + code).strip();
  }

  /** The same, or null where nothing is known. */
  public @Nullable String placeOrNull(Region.@Nullable Code code) {
    return code == null ? null : place(code);
  }

  /** The division's own name, or its code where that is not known. */
  public String name(Region.Code code) {
    return regions.find(code).map(Region::name).orElse(code.value());
  }

  public List<String> places(Collection<Region.Code> codes) {
    return codes.stream().map(this::place).toList();
  }

  /** A record's name where a mark beside it says that it is made up: the name need not, too. */
  public static String title(String name, boolean demonstration) {
    return demonstration && name.endsWith(DEMONSTRATION) && name.length() > DEMONSTRATION.length()
        ? name.substring(0, name.length() - DEMONSTRATION.length())
        : name;
  }

  public String term(Term.Id id) {
    return vocabulary.find(id).map(Term::name).orElse(id.value());
  }

  public List<String> terms(Collection<Term.Id> ids) {
    return ids.stream().map(this::term).toList();
  }

  /**
   * A free text without phone numbers and other ways to reach somebody, or null where there is
   * none. Full-width letters and digits count as plain ones.
   */
  public static @Nullable String withoutContacts(@Nullable String text) {
    return text == null ? null : contactsHidden(text);
  }

  /** A free text without phone numbers and other ways to reach somebody. */
  public static String contactsHidden(String text) {
    var plain = narrow(text);
    var shown = hidden(plain, text, ACCOUNT, "（联系方式不公开）");
    return hidden(narrow(shown), shown, PHONE, "（电话不公开）");
  }

  /** The text with what the pattern finds in its plain form, character by character, replaced. */
  private static String hidden(String plain, String text, Pattern pattern, String instead) {
    var shown = new StringBuilder();
    int from = 0;
    var found = pattern.matcher(plain);
    while (found.find()) {
      shown.append(text, from, found.start()).append(instead);
      from = found.end();
    }
    return shown.append(text, from, text.length()).toString();
  }

  /** Full-width signs as the plain ones they stand for, one for one. */
  private static String narrow(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(FullWidth.narrow(text.charAt(i)));
    }
    return plain.toString();
  }

  /** {@code 1,854,000 元（185.4 万元）}. */
  public static String amount(Money money) {
    var yuan = grouped(money.yuan()) + " 元";
    return money.yuan().compareTo(TEN_THOUSAND) < 0
        ? yuan
        : yuan + "（" + tenThousands(money.yuan()) + " 万元）";
  }

  /** {@code 185.4 万元}, or yuan where it is less than ten thousand. */
  public static String shortAmount(Money money) {
    return money.yuan().compareTo(TEN_THOUSAND) < 0
        ? grouped(money.yuan()) + " 元"
        : tenThousands(money.yuan()) + " 万元";
  }

  /** Yuan in ten thousands, to two decimals at most. */
  public static String tenThousands(BigDecimal yuan) {
    return grouped(yuan.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP));
  }

  /** A count in groups of three digits. */
  public static String count(long count) {
    return grouped(BigDecimal.valueOf(count));
  }

  /** A score or points: always two decimals, so that they align. */
  public static String points(BigDecimal points) {
    return points.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** A date and time of Asia/Shanghai to the minute. */
  public static String minute(LocalDateTime time) {
    return MINUTE.format(time);
  }

  public static @Nullable String number(@Nullable Number number, String unit) {
    return number == null ? null : grouped(new BigDecimal(number.toString())) + " " + unit;
  }

  private static String grouped(BigDecimal number) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }
}
