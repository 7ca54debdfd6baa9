package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.matching.Ranking;
import duijie.projects.Project;
import duijie.shared.InOrder;
import duijie.sheets.MatchmakingBook;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed pair, a row of 对接总表.
 *
 * @param reasons the strongest reasons
 * @param toVerify what is unknown of the pair
 */
record Pair(Project project, Ranking.Ranked<Agency> ranked, String reasons, String toVerify) {

  /** So many projects' pairs are worded at once: a few hundred rows wait to be written. */
  private static final int AT_ONCE = 32;

  /** The columns of 对接总表; those of a session stay empty until there is one. */
  static final List<SheetColumn<Pair>> COLUMNS =
      List.of(
          new SheetColumn<>("场次", Look.MARK, 6, pair -> null),
          new SheetColumn<>("时段", Look.MARK, 8, pair -> null),
          new SheetColumn<>("桌号", Look.MARK, 5.5, pair -> null),
          new SheetColumn<>("项目编号", Look.CODE, 10, pair -> pair.project.id().value()),
          new SheetColumn<>("项目名称", Look.TEXT, 28, pair -> pair.project.name()),
          new SheetColumn<>("购买主体", Look.TEXT, 16, pair -> pair.project.buyer()),
          new SheetColumn<>("机构名称", Look.TEXT, 18, pair -> pair.ranked.partner().name()),
          new SheetColumn<>("统一社会信用代码", Look.CODE, 20, Pair::creditCode),
          new SheetColumn<>("匹配分", Look.SCORE, 7.5, pair -> pair.ranked.assessment().score()),
          new SheetColumn<>("匹配理由", Look.TEXT, 44, Pair::reasons),
          new SheetColumn<>("待核事项", Look.TEXT, 30, Pair::toVerify),
          new SheetColumn<>("双方确认", Look.MARK, 9, pair -> null),
          new SheetColumn<>("签到", Look.MARK, 8, pair -> null),
          new SheetColumn<>("备注", Look.TEXT, 9, pair -> null));

  /** Every pair: project after project, each one's agencies by rank. */
  static Iterable<Pair> of(List<MatchmakingBook.Matched> projects) {
    return () -> pairs(projects);
  }

  /** Sentences are written when they are asked for, and that takes longer than the row itself. */
  private static Iterator<Pair> pairs(List<MatchmakingBook.Matched> projects) {
    return InOrder.map(projects, AT_ONCE, Pair::of).flatMap(List::stream).iterator();
  }

  private static List<Pair> of(MatchmakingBook.Matched matched) {
    return matched.proposed().stream().map(ranked -> of(matched.project(), ranked)).toList();
  }

  private static Pair of(Project project, Ranking.Ranked<Agency> ranked) {
    var assessment = ranked.assessment();
    return new Pair(project, ranked, Brief.reasons(assessment), Brief.toVerify(assessment));
  }

  private @Nullable String creditCode() {
    var code = ranked.partner().creditCode();
    return code == null ? null : code.value();
  }
}
