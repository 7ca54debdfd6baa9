package duijie.sheets.poi;

import duijie.sessions.Findings;
import duijie.sessions.Intent;
import duijie.sessions.TalkResult;
import duijie.sheets.OutcomeCells;
import duijie.sheets.OutcomeColumn;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionBook.Followed;
import duijie.sheets.SessionBook.Talk;
import duijie.sheets.SessionSheet;
import duijie.sheets.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sheets of what came of talks: 意向台账 and 跟踪台账. */
final class OutcomeColumns {

  /** Room to write and to sign in, in points. */
  private static final double ROW = 32;

  private OutcomeColumns() {}

  /** 意向台账: every talk that has a number, to be filled in and signed. */
  static SheetPlan<Talk> outcomes(SessionBook book) {
    var session = book.session().id().value();
    var words = Arrays.stream(TalkResult.Kind.values()).map(TalkResult.Kind::label).toList();
    return new SheetPlan<>(
        SessionSheet.OUTCOMES.label(),
        columns(session),
        1,
        true,
        book.placed().stream().filter(talk -> !talk.number().isEmpty()).toList(),
        ROW,
        Map.of(OutcomeColumn.KIND.ordinal(), words));
  }

  private static List<SheetColumn<Talk>> columns(UUID session) {
    return List.of(
        column(OutcomeColumn.NUMBER, Look.CODE, 11, Talk::number),
        column(OutcomeColumn.PROJECT, Look.TEXT, 34, talk -> talk.project().name()),
        column(OutcomeColumn.AGENCY, Look.TEXT, 28, talk -> talk.agency().name()),
        column(OutcomeColumn.KIND, Look.MARK, 11, talk -> OutcomeCells.of(talk.verdict()).kind()),
        column(OutcomeColumn.AMOUNT, Look.MONEY, 14, found(Findings::amount)),
        column(OutcomeColumn.TODO, Look.TEXT, 32, found(Findings::todo)),
        column(OutcomeColumn.WHO, Look.TEXT, 12, found(Findings::who)),
        column(OutcomeColumn.UNTIL, Look.DATE, 12, found(Findings::until)),
        column(OutcomeColumn.SIGNED_BY_BUYER, Look.TEXT, 16, talk -> null),
        column(OutcomeColumn.SIGNED_BY_AGENCY, Look.TEXT, 16, talk -> null),
        column(
            OutcomeColumn.TRACE,
            Look.HIDDEN,
            SheetColumn.HIDDEN,
            t -> Trace.of(session, t.number(), OutcomeCells.of(t.verdict()).all()).written()));
  }

  private static SheetColumn<Talk> column(
      OutcomeColumn column,
      Look look,
      double width,
      Function<Talk, ? extends @Nullable Object> value) {
    return new SheetColumn<>(column.label(), look, width, value);
  }

  private static Function<Talk, @Nullable Object> found(
      Function<Findings, ? extends @Nullable Object> what) {
    return talk -> {
      var counts = talk.verdict().counts();
      return counts == null ? null : what.apply(counts);
    };
  }

  /** 跟踪台账: what became of the intents that the talks left. */
  static SheetPlan<Followed> followUp(SessionBook book) {
    return new SheetPlan<>(
        SessionSheet.FOLLOW_UP.label(),
        List.of(
            new SheetColumn<>("意向", Look.TEXT, 62, OutcomeColumns::intent),
            new SheetColumn<>("采购", Look.MARK, 12, one -> procurement(one.intent())),
            new SheetColumn<>("成交", Look.MARK, 12, one -> result(one.intent())),
            new SheetColumn<>("合同号", Look.CODE, 24, one -> one.intent().deal().number()),
            new SheetColumn<>("合同金额(元)", Look.MONEY, 16, one -> one.intent().deal().amount()),
            new SheetColumn<>("首付款", Look.DATE, 12, one -> one.intent().deal().firstPaid()),
            new SheetColumn<>("验收", Look.DATE, 12, one -> one.intent().deal().accepted())),
        1,
        true,
        book.followed());
  }

  private static String intent(Followed one) {
    var findings = one.intent().findings();
    var amount = findings.amount();
    return "%s　%s\n%s（%s%s）"
        .formatted(
            one.talk().number(),
            one.talk().project().name(),
            one.talk().agency().name(),
            findings.kind().label(),
            amount == null ? "" : "，" + amount);
  }

  private static String procurement(Intent intent) {
    return switch (intent.state()) {
      case IN_PROCUREMENT -> Intent.State.IN_PROCUREMENT.label();
      case CONVERTED -> "已采购";
      case OPEN, LAPSED -> "";
    };
  }

  private static String result(Intent intent) {
    return intent.state().alive() ? "" : intent.state().label();
  }
}
