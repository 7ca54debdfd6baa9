package duijie.interests;

import java.time.Instant;

/**
 * The clock of the database. A deadline is held to it, so that two servers, or one whose clock is
 * wrong, cannot disagree about what came in time.
 */
public interface DatabaseClock {

  Instant now();
}
