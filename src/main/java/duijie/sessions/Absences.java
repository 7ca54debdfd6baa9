package duijie.sessions;

import java.util.Map;
import java.util.Set;

/** In which turns of a session somebody cannot talk. */
public interface Absences {

  /**
   * A party of a session.
   *
   * @param id of a project, for buyers; else of an agency
   */
  record Party(Side side, String id) {}

  /** Of everybody who is away in any turn, in which. */
  Map<Party, Set<Integer>> of(Session.Id session);

  /** Puts these turns in the place of those before. */
  void replace(Session.Id session, Party party, Set<Integer> slots);
}
