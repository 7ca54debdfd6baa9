package duijie.sheets;

import duijie.sessions.TalkResult;
import duijie.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands the rows of 签到表 and 意向台账. */
final class SessionRecords {

  private static final Understanding<String> LINE = new Texts(false);

  /** What people usually write for how a talk ended, and what an export writes. */
  private static final Choice<String> KINDS =
      Choice.of(TalkResult.Kind.values(), TalkResult.Kind::label)
          .with(TalkResult.Kind.NO_CONTACT, "未联系", "没有联系", "没谈", "未谈", "未洽谈", "缺席")
          .with(TalkResult.Kind.KNOWLEDGE_ONLY, "交流", "只交流", "仅了解", "了解情况", "一般交流")
          .with(TalkResult.Kind.FUTURE, "储备项目", "以后再谈", "后续合作", "列入储备")
          .with(TalkResult.Kind.NEGOTIATING, "洽商中", "洽谈中", "继续洽谈", "进一步洽谈", "商谈中")
          .with(TalkResult.Kind.AGREED, "意向", "有意向", "达成", "已达成意向", "达成合作意向", "签约意向", "已签意向书")
          .as(TalkResult.Kind::label)
          .with(SessionSummary.DISPUTED, SessionSummary.DISPUTED);

  private SessionRecords() {}

  static Records<OutcomeColumn, OutcomeRow> outcomes(Header<OutcomeColumn> header) {
    var tenThousands = header.unit(OutcomeColumn.AMOUNT).contains("万");
    var unit = tenThousands ? BigDecimal.valueOf(10_000) : BigDecimal.ONE;
    var amounts = new Amounts(unit, false, tenThousands);
    var absent =
        Arrays.stream(OutcomeColumn.values())
            .filter(column -> !header.has(column))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(OutcomeColumn.class)));
    return (row, extra) -> outcome(row, amounts, absent);
  }

  private static @Nullable OutcomeRow outcome(
      Filled<OutcomeColumn> row, Amounts amounts, EnumSet<OutcomeColumn> absent) {
    var number = text(row, OutcomeColumn.NUMBER);
    @Nullable String kind = row.read(OutcomeColumn.KIND, KINDS);
    @Nullable Money amount = row.read(OutcomeColumn.AMOUNT, amounts);
    @Nullable LocalDate until = row.read(OutcomeColumn.UNTIL, Dates.whole());
    var shown = row.shown();
    var cells =
        new OutcomeCells(
            kind == null ? "" : kind,
            OutcomeCells.text(amount),
            free(row, OutcomeColumn.TODO, shown),
            free(row, OutcomeColumn.WHO, shown),
            OutcomeCells.text(until));
    if (number.isEmpty()) {
      if (!cells.equals(OutcomeCells.EMPTY)) {
        row.say(OutcomeColumn.NUMBER, ProblemCode.NAME_MISSING, "没有填写，不知道是哪一场洽谈，本行未导入。请补填。");
      }
      return null;
    }
    return new OutcomeRow(
        number,
        text(row, OutcomeColumn.PROJECT),
        text(row, OutcomeColumn.AGENCY),
        cells,
        row.unreadable(),
        absent,
        trace(text(row, OutcomeColumn.TRACE)));
  }

  /** Free text keeps every word, also those that say that there is nothing. */
  private static String free(
      Filled<OutcomeColumn> row, OutcomeColumn column, Map<OutcomeColumn, String> shown) {
    @Nullable String read = row.read(column, new Texts(true));
    return row.unreadable().contains(column) || read == null && !shown.containsKey(column)
        ? ""
        : OutcomeCells.line(shown.getOrDefault(column, ""));
  }

  static Records<ArrivalColumn, ArrivalRow> arrivals(Header<ArrivalColumn> header) {
    boolean absent = !header.has(ArrivalColumn.TIME);
    return (row, extra) -> {
      @Nullable String time = row.read(ArrivalColumn.TIME, Times::read);
      var name = text(row, ArrivalColumn.NAME);
      var trace = trace(text(row, ArrivalColumn.TRACE));
      boolean unreadable = row.unreadable().contains(ArrivalColumn.TIME);
      if (name.isEmpty() && trace == null && time == null && !unreadable) {
        return null;
      }
      return new ArrivalRow(
          name,
          text(row, ArrivalColumn.PROJECT),
          time == null ? "" : time,
          unreadable,
          absent,
          trace);
    };
  }

  private static <C extends Enum<C>> String text(Filled<C> row, C column) {
    @Nullable String text = row.read(column, LINE);
    return text == null ? "" : text;
  }

  private static @Nullable Trace trace(String text) {
    return Trace.read(text).orElse(null);
  }
}
