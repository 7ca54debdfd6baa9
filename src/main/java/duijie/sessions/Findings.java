package duijie.sessions;

import duijie.shared.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a talk, as somebody says.
 *
 * @param amount 意向金额, or null where nobody has spoken of any
 * @param todo 待补事项; may be empty
 * @param who 责任人, who sees to it; may be empty
 * @param until 跟进期限, the last day to see to it, or null
 */
public record Findings(
    TalkResult.Kind kind,
    @Nullable Money amount,
    String todo,
    String who,
    @Nullable LocalDate until) {

  /**
   * Whether the other says nothing else of how the talk ended; how each follows it up may differ.
   */
  boolean agrees(Findings other) {
    return kind == other.kind
        && (amount == null || other.amount == null || amount.equals(other.amount));
  }

  /** The same, with what the other knows where this says nothing. */
  Findings filledFrom(Findings other) {
    return new Findings(
        kind,
        amount == null ? other.amount : amount,
        todo.isEmpty() ? other.todo : todo,
        who.isEmpty() ? other.who : who,
        until == null ? other.until : until);
  }

  /** What it says, by the words of the pages. */
  Map<String, @Nullable Object> values() {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("结果", kind);
    values.put("意向金额", amount == null ? null : amount.yuan());
    values.put("待补事项", todo);
    values.put("责任人", who);
    values.put("跟进期限", until);
    return values;
  }
}
