package duijie.sessions;

import duijie.agencies.Agency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agency that was asked to come to a session.
 *
 * @param origin why it was asked
 * @param standing whether it comes
 * @param note what it says to that; may be empty
 * @param remindedAt when it was last reminded, or null
 * @param answeredAt when it last answered, or null
 */
public record Guest(
    Session.Id session,
    Agency.Id agency,
    Origin origin,
    Standing standing,
    String note,
    Instant invitedAt,
    @Nullable Instant remindedAt,
    @Nullable Instant answeredAt) {

  /** Why an agency was asked. */
  public enum Origin {
    RANKED("按匹配名次"),
    NEWCOMER("新小机构名额"),
    CHOSEN("组织者添加"),
    WALK_IN("临时到场");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Whether it comes. */
  public enum Standing {
    INVITED("未回复"),
    STANDBY("候补"),
    COMING("参加"),
    DECLINED("不参加");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** The same with this answer. */
  Guest answering(Standing answer, String words, Instant at) {
    return new Guest(session, agency, origin, answer, words, invitedAt, remindedAt, at);
  }

  /** The same, put on the list of those who come if others do not, or taken off it. */
  Guest standing(Standing other) {
    return new Guest(session, agency, origin, other, note, invitedAt, remindedAt, answeredAt);
  }
}
