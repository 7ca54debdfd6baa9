package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.matching.Factor;
import duijie.matching.Ranking;
import duijie.projects.Project;
import duijie.sheets.MatchmakingBook;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A proposed pair, a row of 对接总表. */
record Pair(Project project, Ranking.Ranked<Agency> ranked) {

  /** The strongest reason first; equal ones in the order of the book. */
  private static final Comparator<Factor> STRONGEST_FIRST =
      Comparator.comparing(Factor::points).reversed();

  /** The columns of 对接总表; those of a session stay empty until there is one. */
  static final List<SheetColumn<Pair>> COLUMNS =
      List.of(
          new SheetColumn<>("场次", Look.MARK, 7, pair -> null),
          new SheetColumn<>("时段", Look.MARK, 8, pair -> null),
          new SheetColumn<>("桌号", Look.MARK, 5.5, pair -> null),
          new SheetColumn<>("项目编号", Look.CODE, 10, pair -> pair.project.id().value()),
          new SheetColumn<>("项目名称", Look.TEXT, 19, pair -> pair.project.name()),
          new SheetColumn<>("购买主体", Look.TEXT, 14, pair -> pair.project.buyer()),
          new SheetColumn<>("机构名称", Look.TEXT, 17, pair -> pair.ranked.partner().name()),
          new SheetColumn<>("统一社会信用代码", Look.CODE, 20, Pair::creditCode),
          new SheetColumn<>("匹配分", Look.SCORE, 7.5, pair -> pair.ranked.assessment().score()),
          new SheetColumn<>("匹配理由", Look.TEXT, 52, Pair::reasons),
          new SheetColumn<>("待核事项", Look.TEXT, 30, Pair::toVerify),
          new SheetColumn<>("双方确认", Look.MARK, 9, pair -> null),
          new SheetColumn<>("签到", Look.MARK, 8, pair -> null),
          new SheetColumn<>("备注", Look.TEXT, 9, pair -> null));

  /** Every pair: project after project, each one's agencies by rank. */
  static Iterable<Pair> of(List<MatchmakingBook.Matched> projects) {
    return () -> pairs(projects);
  }

  private static Iterator<Pair> pairs(List<MatchmakingBook.Matched> projects) {
    return projects.stream()
        .flatMap(
            matched ->
                matched.ranking().matches().stream()
                    .map(ranked -> new Pair(matched.project(), ranked)))
        .iterator();
  }

  private @Nullable String creditCode() {
    var code = ranked.partner().creditCode();
    return code == null ? null : code.value();
  }

  /** What speaks for the pair: each factor that gave points, as 「sentence（20/25分）」. */
  private String reasons() {
    return ranked.assessment().factors().stream()
        .filter(factor -> factor.points().signum() > 0)
        .sorted(STRONGEST_FIRST)
        .map(Pair::reason)
        .collect(Collectors.joining("；"));
  }

  private static String reason(Factor factor) {
    return "%s（%s/%s分）"
        .formatted(
            unended(factor.sentence()),
            factor.points().stripTrailingZeros().toPlainString(),
            factor.weight().stripTrailingZeros().toPlainString());
  }

  private String toVerify() {
    return ranked.assessment().toVerify().stream()
        .map(Pair::unended)
        .collect(Collectors.joining("；"));
  }

  /** The sentence without its full stop, since it goes on. */
  private static String unended(String sentence) {
    return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
