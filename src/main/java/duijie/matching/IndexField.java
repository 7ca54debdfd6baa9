package duijie.matching;

import duijie.agencies.Agency;
import duijie.regions.Region;
import duijie.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields that records are filtered by, and how their values are written.
 *
 * <p>A region is written twice over: {@code =x} for a division itself and {@code ~x} for everything
 * that it lies within. So "x or something within it" asks for {@code =x} or {@code ~x}, and "x or
 * something around it" for {@code =} before x and before each division around it. Service fields
 * are written as they are: what is wider than what is the rule book's to say.
 *
 * <p>Of a number that an agency does not tell the highest is written, of one that a project does
 * not demand the lowest: so what is not known passes.
 */
public final class IndexField {

  /** The keyword of a field about which nothing is known. */
  static final String UNKNOWN = "?";

  /** The keyword of what a project does not demand, or an agency does not have. */
  static final String NO = "no";

  /** The keyword of what a project demands, or an agency has. */
  static final String YES = "yes";

  /** Of both: ids of service fields. */
  static final String FIELDS = "fields";

  /** Of an agency: name of its {@link duijie.agencies.Agency.State}. */
  static final String STATE = "state";

  /** Of an agency: name of its credit standing. */
  static final String CREDIT = "credit";

  /** Of an agency: name of its legal form. */
  static final String TYPE = "type";

  /** Of an agency: where it serves. */
  static final String SERVES = "serves";

  /** Of an agency: where it is registered. Of a project: where it is. */
  public static final String REGION = "region";

  /** Of a project that demands local registration: its county, or what is known of it. */
  static final String LOCAL_TO = "local-to";

  /**
   * Of an agency: conclusion of its last annual inspection. Of a project: whether it demands one.
   */
  static final String INSPECTION = "inspection";

  /** Of a project: whether it is for small firms only. */
  static final String SMALL_FIRMS = "small-firms";

  /** Of an agency: whether it can take one more project. */
  static final String FREE = "free";

  /** Of an agency: year of its last annual inspection. */
  static final String INSPECTION_YEAR = "inspection-year";

  /** Of an agency: level of its grade. Of a project: level of the lowest grade it takes. */
  static final String GRADE = "grade";

  /** Of an agency: the last day of its grade, in days since 1970. */
  static final String GRADE_UNTIL = "grade-until";

  /** Of an agency: how many licensed social workers it has. Of a project: how many it demands. */
  static final String LICENSED = "licensed";

  /** Of an agency: years of its head. Of a project: how many it demands. */
  static final String HEAD_YEARS = "head-years";

  /** Of an agency: its full-time staff. Of a project: how many it demands. */
  static final String STAFF = "staff";

  /** Of an agency: the least it takes, in fen. */
  static final String TAKES_FROM = "takes-from";

  /** Of an agency: the most it takes, in fen. */
  static final String TAKES_TO = "takes-to";

  /** Of a project: its budget, in fen, or {@link #NO_AMOUNT}. */
  static final String AMOUNT = "amount";

  /**
   * Of a project: the second in which it no longer looks for its agency, counted from 1970, or
   * {@link #NEVER_OPEN}.
   */
  static final String OPEN_UNTIL = "open-until";

  /** Before all moments. */
  static final long NEVER_OPEN = Long.MIN_VALUE;

  /** Below all amounts. */
  static final long NO_AMOUNT = -1;

  private IndexField() {}

  /**
   * The keywords of {@link #REGION} one of which a record has unless it is known to lie outside the
   * division.
   */
  public static Set<String> maybeWithin(Region.Code code) {
    var keywords = new TreeSet<>(within(code));
    keywords.addAll(around(code));
    keywords.add(UNKNOWN);
    return keywords;
  }

  /** The keywords of the division and all that lies within it. */
  static Set<String> within(Region.Code code) {
    return Set.of("=" + code, "~" + code);
  }

  /** The keywords of the division and all that it lies within. */
  static Set<String> around(Region.Code code) {
    var keywords = new TreeSet<String>();
    keywords.add("=" + code);
    wider(code).forEach(wider -> keywords.add("=" + wider));
    return keywords;
  }

  /** The keywords of a record with these divisions. */
  static Set<String> regions(Collection<Region.Code> codes) {
    var keywords = new TreeSet<String>();
    for (var code : codes) {
      keywords.add("=" + code);
      wider(code).forEach(wider -> keywords.add("~" + wider));
    }
    return keywords.isEmpty() ? Set.of(UNKNOWN) : keywords;
  }

  /** The divisions that this one lies in, by its code. */
  static List<Region.Code> wider(Region.Code code) {
    return Arrays.stream(Region.Level.values())
        .filter(level -> level.digits() < code.value().length())
        .map(level -> new Region.Code(code.value().substring(0, level.digits())))
        .toList();
  }

  /** The county that a town lies in; anything else as it is. */
  static Region.Code county(Region.Code code) {
    int digits = Region.Level.COUNTY.digits();
    return code.value().length() <= digits
        ? code
        : new Region.Code(code.value().substring(0, digits));
  }

  /** Whether an agency can take one more project, as a keyword. */
  static String free(Agency agency) {
    var capacity = agency.capacity();
    var current = agency.currentProjects();
    if (capacity != null && capacity == 0) {
      return NO;
    }
    if (capacity == null || current == null) {
      return UNKNOWN;
    }
    return current < capacity ? YES : NO;
  }

  /** What a project that is open at this moment passes. */
  public static Filter.Test openAt(LocalDateTime moment) {
    return new Filter.Test.Between(OPEN_UNTIL, second(moment) + 1, Long.MAX_VALUE);
  }

  /** Whole seconds from 1970: moments of Asia/Shanghai are only compared with each other. */
  static long second(LocalDateTime moment) {
    return moment.toEpochSecond(ZoneOffset.UTC);
  }

  /** Whole fen: amounts are exact to the fen. */
  static long fen(Money amount) {
    return amount.yuan().movePointRight(2).longValueExact();
  }
}
