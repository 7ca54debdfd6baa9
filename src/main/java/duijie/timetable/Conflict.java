package duijie.timetable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that meetings break as they are placed.
 *
 * @param id the project, agency or table that it is about
 * @param slot from 1; null where it is about the whole day
 * @param meetings those that break it, as they were given
 */
public record Conflict(Kind kind, String id, @Nullable Integer slot, List<Meeting> meetings) {

  /** What is broken. */
  public enum Kind {
    /** A project meets two agencies at once. */
    PROJECT_TWICE("project-twice", "项目在同一时段有两场洽谈"),
    /** An agency meets two projects at once. */
    AGENCY_TWICE("agency-twice", "机构在同一时段有两场洽谈"),
    /** A table has two meetings at once. */
    TABLE_TWICE("table-twice", "同一张桌在同一时段有两场洽谈"),
    /** A project meets somebody while it is not there. */
    PROJECT_AWAY("project-away", "项目这个时段不能到场"),
    /** An agency meets somebody while it is not there. */
    AGENCY_AWAY("agency-away", "机构这个时段不能到场"),
    /** A project has more meetings than it takes. */
    PROJECT_OVER_CAP("project-over-cap", "项目的洽谈超过上限"),
    /** An agency has more meetings than it takes. */
    AGENCY_OVER_CAP("agency-over-cap", "机构的洽谈超过上限"),
    /** The same two meet twice. */
    PAIR_TWICE("pair-twice", "同一对项目和机构排了两场"),
    /** The two are no pair that may meet. */
    NO_PAIR("no-pair", "项目和机构没有约定洽谈"),
    /** There is no such slot or table. */
    NO_SUCH_PLACE("no-such-place", "没有这个时段或桌号"),
    /** The meeting is locked elsewhere, or locked and not held. */
    LOCK_BROKEN("lock-broken", "洽谈不在它锁定的位置");

    private final String code;
    private final String sentence;

    Kind(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }

    /** Stable, for programs. */
    public String code() {
      return code;
    }

    /** In Chinese, for people. */
    public String sentence() {
      return sentence;
    }
  }
}
