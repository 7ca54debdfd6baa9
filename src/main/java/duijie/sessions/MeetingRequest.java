package duijie.sessions;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side asks the other for a talk at a session 约谈申请. There is one for a project and an agency at
 * most.
 *
 * @param by which side asks
 * @param reason why; the other side reads it
 * @param answer what the other side says to it; may be empty
 */
public record MeetingRequest(
    Session.Id session,
    Project.Id project,
    Agency.Id agency,
    Side by,
    String reason,
    State state,
    String answer,
    Instant askedAt,
    @Nullable Instant answeredAt) {

  public MeetingKey key() {
    return new MeetingKey(project, agency);
  }

  /** Where it stands. */
  public enum State {
    SENT("已发"),
    ACCEPTED("同意"),
    DECLINED("婉拒"),
    EXPIRED("过期"),
    WITHDRAWN("撤回");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What may be done with it. */
  public enum Step {
    ACCEPT("同意", EnumSet.of(State.SENT), State.ACCEPTED),
    DECLINE("婉拒", EnumSet.of(State.SENT), State.DECLINED),
    WITHDRAW("撤回", EnumSet.of(State.SENT, State.ACCEPTED), State.WITHDRAWN),
    EXPIRE("过期", EnumSet.of(State.SENT), State.EXPIRED),
    ASK_AGAIN("再约", EnumSet.of(State.WITHDRAWN, State.EXPIRED), State.SENT);

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

  /** The request one step on; empty where that step cannot be taken from where it stands. */
  public Optional<MeetingRequest> after(Step step, String words, Instant at) {
    return step.from.contains(state)
        ? Optional.of(
            new MeetingRequest(session, project, agency, by, reason, step.to, words, askedAt, at))
        : Optional.empty();
  }
}
