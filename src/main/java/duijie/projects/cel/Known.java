package duijie.projects.cel;

import duijie.projects.DraftReading;
import java.util.Map;

/**
 * What is known of a draft, worked out once for all rules.
 *
 * @param facts as conditions read them
 */
record Known(DraftReading reading, Map<String, Object> facts) {

  static Known of(DraftReading reading) {
    return new Known(reading, Language.values(reading));
  }
}
