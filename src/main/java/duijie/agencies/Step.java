package duijie.agencies;

import duijie.agencies.Agency.State;
import java.util.EnumSet;
import java.util.Set;

/** What happens to an agency's registration, and from where to where it leads. */
public enum Step {
  SUBMIT("提交审核", State.SUBMITTED, State.DRAFT, State.RETURNED),
  PASS("审核通过", State.VERIFIED, State.SUBMITTED),
  RETURN("退回", State.RETURNED, State.SUBMITTED),
  SUSPEND("暂停", State.SUSPENDED, State.VERIFIED),
  RESUME("恢复", State.VERIFIED, State.SUSPENDED),
  DEREGISTER("注销", State.DEREGISTERED, State.VERIFIED, State.SUSPENDED);

  private final String label;
  private final State to;
  private final Set<State> from;

  Step(String label, State to, State first, State... others) {
    this.label = label;
    this.to = to;
    this.from = Set.copyOf(EnumSet.of(first, others));
  }

  public String label() {
    return label;
  }

  /** Where it leads. */
  State to() {
    return to;
  }

  /** Where it can be taken. */
  Set<State> from() {
    return from;
  }
}
