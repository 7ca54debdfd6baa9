package duijie.sessions;

import duijie.accounts.Organisation;
import java.util.Optional;
import java.util.UUID;

/**
 * A matchmaking session 对接会.
 *
 * @param owner whose organizers hold it
 * @param version counts the changes, so that of two people who change it at once the second is told
 */
public record Session(Id id, Organisation.Id owner, Setup setup, State state, int version) {

  /** A session's id. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** Where it stands. */
  public enum State {
    DRAFT("草稿"),
    INVITING("邀请"),
    BOOKING("约谈"),
    SCHEDULED("排桌"),
    RELEASED("发布"),
    LIVE("进行"),
    CLOSED("结束"),
    FOLLOWED_UP("已回访");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether its times, tables and projects may still be changed: nobody sits anywhere yet. */
    public boolean open() {
      return this == DRAFT || this == INVITING || this == BOOKING;
    }

    /** Whether people know when and where they talk. */
    public boolean released() {
      return this == RELEASED || this == LIVE || over();
    }

    /** Whether its day is over. */
    public boolean over() {
      return this == CLOSED || this == FOLLOWED_UP;
    }

    /** Whether agencies are invited and may say whether they come. */
    public boolean inviting() {
      return this != DRAFT && this != LIVE && !over();
    }
  }

  /** A session that nobody knows of yet. */
  public static Session begun(Id id, Organisation.Id owner, Setup setup) {
    return new Session(id, owner, setup, State.DRAFT, 1);
  }

  /** The session one step on; empty where that step cannot be taken from where it stands. */
  public Optional<Session> move(Step step) {
    return step.from().contains(state)
        ? Optional.of(new Session(id, owner, setup, step.to(), version + 1))
        : Optional.empty();
  }

  /** The same, held otherwise; empty where that may not be changed any more. */
  public Optional<Session> held(Setup other) {
    return state.open()
        ? Optional.of(new Session(id, owner, other, state, version + 1))
        : Optional.empty();
  }
}
