/** Writes calendar files of talks as iCalendar. */
@NullMarked
package duijie.sessions.ical;

import org.jspecify.annotations.NullMarked;
