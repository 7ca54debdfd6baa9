package duijie.sessions;

import duijie.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a talk left to be followed up 意向. It lives on after the session, until a contract is signed
 * or nothing comes of it.
 *
 * @param findings what is intended, what is still to be done, by whom and until when
 * @param version counts the changes, so that of two people who change it at once the second is told
 */
public record Intent(
    Session.Id session,
    MeetingKey meeting,
    State state,
    Findings findings,
    Deal deal,
    Instant openedAt,
    int version) {

  /** Where it stands. */
  public enum State {
    OPEN("跟进"),
    IN_PROCUREMENT("采购中"),
    CONVERTED("转化"),
    LAPSED("失效");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether something may still come of it. */
    public boolean alive() {
      return this == OPEN || this == IN_PROCUREMENT;
    }
  }

  /** What may become of it. */
  public enum Step {
    PROCURE("进入采购", EnumSet.of(State.OPEN), State.IN_PROCUREMENT),
    CONVERT("签约转化", EnumSet.of(State.OPEN, State.IN_PROCUREMENT), State.CONVERTED),
    LAPSE("没有下文", EnumSet.of(State.OPEN, State.IN_PROCUREMENT), State.LAPSED),
    REOPEN("重新跟进", EnumSet.of(State.LAPSED), State.OPEN);

    private final String label;
    private final Set<State> from;
    private final State to;

    Step(String label, Set<State> from, State to) {
      this.label = label;
      this.from = Set.copyOf(from);
      this.to = to;
    }

    public String label() {
      return label;
    }
  }

  /**
   * What is known of the contract.
   *
   * @param number 合同号; may be empty
   * @param amount 合同金额, or null
   * @param firstPaid 首付款: when it was paid, or null
   * @param accepted 验收: when the work was accepted, or null
   */
  public record Deal(
      String number,
      @Nullable Money amount,
      @Nullable LocalDate firstPaid,
      @Nullable LocalDate accepted) {

    /** Nothing yet. */
    public static final Deal NONE = new Deal("", null, null, null);
  }

  static Intent opened(Session.Id session, MeetingKey meeting, Findings findings, Instant at) {
    return new Intent(session, meeting, State.OPEN, findings, Deal.NONE, at, 1);
  }

  /** The intent one step on; empty where that step cannot be taken from where it stands. */
  public Optional<Intent> after(Step step) {
    return step.from.contains(state)
        ? Optional.of(new Intent(session, meeting, step.to, findings, deal, openedAt, version))
        : Optional.empty();
  }

  /** The next version, with something else to follow up. */
  Intent with(Findings others, Deal other) {
    return new Intent(session, meeting, state, others, other, openedAt, version + 1);
  }
}
