/** Loaded schedules of days off in PostgreSQL. */
@NullMarked
package duijie.calendar.jdbc;

import org.jspecify.annotations.NullMarked;
