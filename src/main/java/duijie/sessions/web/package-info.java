/** The pages of sessions: the organizer's, and those of agencies that are asked to come. */
@NullMarked
package duijie.sessions.web;

import org.jspecify.annotations.NullMarked;
