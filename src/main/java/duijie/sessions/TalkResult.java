package duijie.sessions;

import duijie.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of a talk at a session 洽谈结果, as one of those who took part recorded it.
 *
 * @param version counts the changes, so that of two people who record it at once the second is told
 */
public record TalkResult(
    Session.Id session,
    MeetingKey meeting,
    Recorder by,
    Findings findings,
    Instant at,
    int version) {

  /** How a talk ended. */
  public enum Kind {
    NO_CONTACT("无联系"),
    KNOWLEDGE_ONLY("仅交流"),
    FUTURE("储备"),
    NEGOTIATING("洽商"),
    AGREED("达成意向");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether there is an intent to follow up. */
    public boolean intended() {
      return this == FUTURE || this == NEGOTIATING || this == AGREED;
    }
  }

  public Kind kind() {
    return findings.kind();
  }

  /** 意向金额, or null where nobody has spoken of any. */
  public @Nullable Money amount() {
    return findings.amount();
  }

  /** 待补事项; may be empty. */
  public String todo() {
    return findings.todo();
  }

  /** 责任人; may be empty. */
  public String who() {
    return findings.who();
  }

  /** 跟进期限, or null. */
  public @Nullable LocalDate until() {
    return findings.until();
  }
}
