package duijie.sessions.web;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who takes part reads on the day of a session.
 *
 * @param clock where the day stands
 * @param delay how late it runs, in minutes
 * @param came since when they are known to be here, or null
 * @param code the image of what a helper at the door reads
 * @param arrival where they say themselves that they are here
 */
public record DayNote(
    RoundClock clock, int delay, @Nullable String came, String code, String arrival) {}
