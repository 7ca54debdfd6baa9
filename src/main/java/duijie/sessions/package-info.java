/**
 * Matchmaking sessions 供需对接会: an organizer brings buyers and agencies to one place, invites them by
 * rule, and has them talk at tables, turn by turn.
 */
@NullMarked
package duijie.sessions;

import org.jspecify.annotations.NullMarked;
