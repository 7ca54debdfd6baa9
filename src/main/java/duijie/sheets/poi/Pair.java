package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.matching.Assessment;
import duijie.projects.Project;
import duijie.shared.InOrder;
import duijie.sheets.MatchmakingBook;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionBook.Talk;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A proposed pair, a row of 对接总表.
 *
 * @param score the match score
 * @param reasons the strongest reasons
 * @param toVerify what is unknown of the pair
 * @param talk where and when they talk at a session, or null where there is none
 */
record Pair(
    Project project,
    Agency agency,
    BigDecimal score,
    String reasons,
    String toVerify,
    @Nullable Talk talk) {

  /** So many projects' pairs are worded at once: a few hundred rows wait to be written. */
  private static final int AT_ONCE = 32;

  /** The columns of 对接总表; those of a session stay empty until there is one. */
  static final List<SheetColumn<Pair>> COLUMNS =
      List.of(
          new SheetColumn<>("场次", Look.MARK, 7, pair -> pair.placed(t -> t.turn().block())),
          new SheetColumn<>("时段", Look.MARK, 8, pair -> pair.placed(t -> t.turn().time())),
          new SheetColumn<>("桌号", Look.COUNT, 5.5, pair -> pair.placed(Talk::table)),
          new SheetColumn<>("项目编号", Look.CODE, 10, pair -> pair.project.id().value()),
          new SheetColumn<>("项目名称", Look.TEXT, 28, pair -> pair.project.name()),
          new SheetColumn<>("购买主体", Look.TEXT, 16, pair -> pair.project.buyer()),
          new SheetColumn<>("机构名称", Look.TEXT, 18, pair -> pair.agency.name()),
          new SheetColumn<>("统一社会信用代码", Look.CODE, 20, Pair::creditCode),
          new SheetColumn<>("匹配分", Look.SCORE, 7.5, Pair::score),
          new SheetColumn<>("匹配理由", Look.TEXT, 44, Pair::reasons),
          new SheetColumn<>("待核事项", Look.TEXT, 30, Pair::toVerify),
          new SheetColumn<>("双方确认", Look.MARK, 9, pair -> pair.said(Talk::agreed)),
          new SheetColumn<>("签到", Look.MARK, 8, pair -> pair.said(Talk::arrived)),
          new SheetColumn<>("备注", Look.TEXT, 12, pair -> pair.said(Talk::remark)));

  /** Every pair: project after project, each one's agencies by rank. */
  static Iterable<Pair> of(List<MatchmakingBook.Matched> projects) {
    // Sentences are written when they are asked for, and that takes longer than the row itself.
    return () -> InOrder.map(projects, AT_ONCE, Pair::of).flatMap(List::stream).iterator();
  }

  /** Every pair of a session, by turn and table. */
  static Iterable<Pair> of(SessionBook book) {
    return () ->
        InOrder.map(
                book.talks(),
                talk ->
                    of(
                        talk.project(),
                        talk.agency(),
                        book.assessing().of(talk.project(), talk.agency()),
                        talk))
            .iterator();
  }

  private static List<Pair> of(MatchmakingBook.Matched matched) {
    return matched.proposed().stream()
        .map(ranked -> of(matched.project(), ranked.partner(), ranked.assessment(), null))
        .toList();
  }

  private static Pair of(
      Project project, Agency agency, Assessment assessment, @Nullable Talk talk) {
    return new Pair(
        project,
        agency,
        assessment.score(),
        Brief.reasons(assessment),
        Brief.toVerify(assessment),
        talk);
  }

  private @Nullable String creditCode() {
    var code = agency.creditCode();
    return code == null ? null : code.value();
  }

  /** Something about where and when they talk, if they do anywhere. */
  private <V> @Nullable V placed(Function<Talk, V> what) {
    return talk == null || talk.slot() == null ? null : what.apply(talk);
  }

  private @Nullable String said(Function<Talk, String> what) {
    return talk == null ? null : what.apply(talk);
  }
}
