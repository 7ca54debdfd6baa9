package duijie.projects;

import duijie.projects.Project.State;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to a project that everybody can read, and from where to where it leads. */
public enum Step {
  CALL("发布采购公告", State.PUBLISHED, State.INTENTION),
  AMEND("更正", null, State.INTENTION, State.PUBLISHED, State.MATCHING),
  TERMINATE(
      "终止", State.CANCELLED, State.INTENTION, State.PUBLISHED, State.MATCHING, State.PROCURING);

  private final String label;
  private final @Nullable State to;
  private final Set<State> from;

  Step(String label, @Nullable State to, State first, State... others) {
    this.label = label;
    this.to = to;
    this.from = Set.copyOf(EnumSet.of(first, others));
  }

  public String label() {
    return label;
  }

  /** Where it leads from there. */
  State to(State here) {
    return to == null ? here : to;
  }

  /** Where it can be taken. */
  Set<State> from() {
    return from;
  }
}
