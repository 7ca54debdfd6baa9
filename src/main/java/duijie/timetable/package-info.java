/**
 * Who talks with whom, when and at which table: the most valuable timetable of a matchmaking
 * session, and how near it is to the best there can be.
 */
@NullMarked
package duijie.timetable;

import org.jspecify.annotations.NullMarked;
