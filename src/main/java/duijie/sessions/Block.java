package duijie.sessions;

import java.time.LocalTime;

/**
 * A part of a session's day without a long break 场次.
 *
 * @param name for example 上午场
 * @param begins when its first talk begins
 * @param slots how many talks follow one another at each table
 */
public record Block(String name, LocalTime begins, int slots) {}
