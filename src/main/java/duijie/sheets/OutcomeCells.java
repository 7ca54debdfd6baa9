package duijie.sheets;

import duijie.sessions.Verdict;
import duijie.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of 意向台账 show of a talk that can be filled in, as texts that can be compared.
 *
 * @param kind 洽谈结果
 * @param amount 意向金额, yuan
 * @param todo 待补事项
 * @param who 责任人
 * @param until 跟进期限
 */
public record OutcomeCells(String kind, String amount, String todo, String who, String until) {

  /** Nothing is filled in. */
  public static final OutcomeCells EMPTY = new OutcomeCells("", "", "", "", "");

  /** What they show where this counts. */
  public static OutcomeCells of(Verdict verdict) {
    var counts = verdict.counts();
    if (counts == null) {
      return verdict.disputed() ? new OutcomeCells(SessionSummary.DISPUTED, "", "", "", "") : EMPTY;
    }
    return new OutcomeCells(
        counts.kind().label(),
        text(counts.amount()),
        line(counts.todo()),
        line(counts.who()),
        text(counts.until()));
  }

  static String text(@Nullable Money money) {
    return money == null ? "" : money.yuan().stripTrailingZeros().toPlainString();
  }

  static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  /** The text without what no cell keeps. */
  static String line(String typed) {
    return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** All of them, in the order of the columns. */
  public List<String> all() {
    return List.of(kind, amount, todo, who, until);
  }
}
