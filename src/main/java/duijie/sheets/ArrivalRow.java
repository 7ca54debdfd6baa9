package duijie.sheets;

import org.jspecify.annotations.Nullable;

/**
 * A row of 签到表 as it came back.
 *
 * @param name 单位名称; may be empty
 * @param project 项目名称; may be empty
 * @param time when they came, as {@code 09:05}; {@link #CAME} where only that they did is known;
 *     empty where nothing stands there
 * @param unreadable whether the time was not understood
 * @param absent whether the sheet no longer has that column
 * @param trace what the row remembers of its export, or null where it has lost that
 */
public record ArrivalRow(
    String name,
    String project,
    String time,
    boolean unreadable,
    boolean absent,
    @Nullable Trace trace) {

  /** They came, nobody wrote down when. */
  public static final String CAME = "已到";
}
