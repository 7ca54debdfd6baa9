package duijie.sessions;

import java.time.Instant;

/**
 * Somebody has come to a session 签到.
 *
 * @param party who; a project stands for those who speak for it
 * @param how how that was noted
 */
public record Arrival(Session.Id session, Absences.Party party, Instant at, How how) {

  /** How it was noted that somebody is there. */
  public enum How {
    CODE("扫码"),
    SELF("自助"),
    LIST("名单"),
    SHEET("签到表");

    private final String label;

    How(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
