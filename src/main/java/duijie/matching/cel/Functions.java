package duijie.matching.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;
import static duijie.matching.cel.Types.TERMS;
import static duijie.matching.cel.Types.TEXTS;

import duijie.matching.TermVector;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the trade that rules may call: general ones, so that weights and thresholds
 * stand in the book. Each takes time in proportion to its arguments.
 */
final class Functions {

  /** Above this many comparisons a set is worth building. */
  private static final int SMALL = 256;

  /** How long a word may be that is looked for in a text: the time grows with both. */
  private static final int LONGEST_WORD = 50;

  /** How long a phrase may grow. */
  private static final int LONGEST_PHRASE = 1000;

  /** How many names a sentence lists before it says how many more there are. */
  private static final int LISTED = 5;

  private final Regions regions;
  private final @Nullable Vocabulary vocabulary;

  /**
   * @param vocabulary null where it is broken: then expressions can be checked but not run
   */
  Functions(Regions regions, @Nullable Vocabulary vocabulary) {
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  /** All of them, in the order of the guide. */
  @SuppressWarnings("Immutable") // the regions and the vocabulary do not change
  List<Function> all() {
    return List.of(
        Function.of(
            "overlaps",
            "两个列表是否有共同的一项",
            a -> overlaps(texts(a[0]), texts(a[1])),
            BOOL,
            TEXTS,
            TEXTS),
        Function.of(
            "share",
            "第一个列表里有多大比例也在第二个列表里，0到1",
            a -> share(texts(a[0]), texts(a[1])),
            DOUBLE,
            TEXTS,
            TEXTS),
        Function.of(
            "common", "两个列表共同的项", a -> common(texts(a[0]), texts(a[1])), TEXTS, TEXTS, TEXTS),
        Function.of(
            "within",
            "第一个区划就是第二个，或者在它里面",
            a -> Places.within((String) a[0], (String) a[1]),
            BOOL,
            STRING,
            STRING),
        Function.of(
            "covers",
            "列表里有没有区划包含第二个区划（或就是它）",
            a -> Places.covers(texts(a[0]), (String) a[1]),
            BOOL,
            TEXTS,
            STRING),
        Function.of(
            "reaches",
            "列表里有没有区划在第二个区划里面（或就是它）",
            a -> Places.reaches(texts(a[0]), (String) a[1]),
            BOOL,
            TEXTS,
            STRING),
        Function.of(
            "sharedLevels",
            "列表里的区划与第二个区划最多同到哪一级：0不同省 1同省 2同市 3同县 4同乡镇",
            a -> Places.sharedLevels(texts(a[0]), (String) a[1]),
            INT,
            TEXTS,
            STRING),
        Function.of(
            "nearest",
            "列表里离第二个区划最近的一个；一样近的取代码最小的",
            a -> Places.nearest(texts(a[0]), (String) a[1]),
            STRING,
            TEXTS,
            STRING),
        Function.of(
            "similarity",
            "第一段文字里的词（按轻重）有多大比例也在第二段里，0到1",
            a -> similarity((TermVector) a[0], (TermVector) a[1]),
            DOUBLE,
            TERMS,
            TERMS),
        Function.of(
            "mentions",
            "文字里有没有这个词（不超过50字）",
            a -> mentions((String) a[0], (String) a[1]),
            BOOL,
            STRING,
            STRING),
        Function.of(
                "ramp",
                "第一个数不超过第二个数得0，达到第三个数得1，中间按比例",
                a -> ramp((double) a[0], (double) a[1], (double) a[2]),
                DOUBLE,
                DOUBLE,
                DOUBLE,
                DOUBLE)
            .with(a -> ramp((long) a[0], (long) a[1], (long) a[2]), DOUBLE, INT, INT, INT),
        Function.of("year", "日期的年份", a -> Calendar.year(a[0]), INT, TIMESTAMP),
        Function.of("month", "日期的月份，1到12", a -> Calendar.month(a[0]), INT, TIMESTAMP),
        Function.of(
            "addMonths",
            "日期往后这么多个月的那一天，月数为负就往前，最多1200个月；那个月没有这一天的，取月末",
            a -> Calendar.addMonths(a[0], (long) a[1]),
            TIMESTAMP,
            TIMESTAMP,
            INT),
        Function.of("termNames", "标识对应的中文名，用顿号连接", a -> termNames(texts(a[0])), STRING, TEXTS),
        Function.of("regionName", "区划的全名", a -> regionName((String) a[0]), STRING, STRING),
        Function.of("regionNames", "各区划的全名，用顿号连接", a -> regionNames(texts(a[0])), STRING, TEXTS),
        Function.of(
                "phrase",
                "把数、文字或日期写进话里：phrase('有', 3, '人')是“有3人”",
                Functions::phrase,
                STRING,
                STRING,
                INT,
                STRING)
            .with(Functions::phrase, STRING, STRING, DOUBLE, STRING)
            .with(Functions::phrase, STRING, STRING, STRING, STRING)
            .with(Functions::phrase, STRING, STRING, TIMESTAMP, STRING),
        Function.of("yuan", "金额的写法，如“120万元”", a -> Formats.yuan((double) a[0]), STRING, DOUBLE),
        Function.of(
            "percent", "0到1的数写成百分数，如“35%”", a -> Formats.percent((double) a[0]), STRING, DOUBLE));
  }

  private static boolean overlaps(List<String> a, List<String> b) {
    Effort.spend(a.size() + b.size());
    if (a.size() * b.size() > SMALL) {
      var set = new HashSet<>(b);
      return a.stream().anyMatch(set::contains);
    }
    for (int i = 0; i < a.size(); i++) {
      if (b.contains(a.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static double share(List<String> a, List<String> b) {
    Effort.spend(a.size() + b.size());
    if (a.isEmpty()) {
      return 0;
    }
    if (a.size() * b.size() > SMALL) {
      return (double) common(a, b).size() / a.size();
    }
    int shared = 0;
    for (int i = 0; i < a.size(); i++) {
      if (b.contains(a.get(i))) {
        shared++;
      }
    }
    return (double) shared / a.size();
  }

  private static List<String> common(List<String> a, List<String> b) {
    Effort.spend(a.size() + b.size());
    var set = new HashSet<>(b);
    return a.stream().filter(set::contains).toList();
  }

  private static double similarity(TermVector need, TermVector other) {
    Effort.spend(need.size() + other.size());
    return need.coveredBy(other);
  }

  private static boolean mentions(String text, String word) {
    if (word.length() > LONGEST_WORD) {
      throw new IllegalArgumentException("a word of more than " + LONGEST_WORD + " characters");
    }
    return text.contains(word);
  }

  private static double ramp(double x, double low, double high) {
    if (x >= high) {
      return 1;
    }
    return x > low ? (x - low) / (high - low) : 0;
  }

  private static String phrase(Object[] parts) {
    var phrase = (String) parts[0] + Formats.text(parts[1]) + parts[2];
    if (phrase.length() > LONGEST_PHRASE) {
      throw new IllegalArgumentException("a phrase of more than " + LONGEST_PHRASE + " characters");
    }
    return phrase;
  }

  private String termNames(List<String> ids) {
    return listed(ids.stream().map(this::termName).toList());
  }

  private String termName(String id) {
    return vocabulary == null ? id : vocabulary.find(new Term.Id(id)).map(Term::name).orElse(id);
  }

  private String regionNames(List<String> codes) {
    Effort.spend(codes.size());
    return listed(codes.stream().map(this::regionName).toList());
  }

  /** The names from the province down without separators, leaving out what is no place's name. */
  private String regionName(String code) {
    var path = regions.path(new Region.Code(code));
    return path.isEmpty()
        ? "区划" + code
        : path.stream()
            .map(Region::name)
            .filter(name -> !name.equals("市辖区") && !name.equals("县") && !name.endsWith("直辖县级行政区划"))
            .collect(Collectors.joining());
  }

  private static String listed(List<String> names) {
    return names.size() <= LISTED
        ? String.join("、", names)
        : String.join("、", names.subList(0, LISTED)) + "等" + names.size() + "项";
  }

  @SuppressWarnings("unchecked") // the declaration admits lists of strings alone
  private static List<String> texts(Object argument) {
    return (List<String>) argument;
  }
}
