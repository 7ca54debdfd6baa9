package duijie.indexing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds in what an index differs from the database although nothing is waiting to be indexed. Both
 * may change meanwhile: the index is looked at before and after the database.
 *
 * @param before the revisions in the index, by id
 * @param stored what the database has, later than that
 * @param after the revisions in the index, later still
 */
public record IndexComparison(
    Map<String, Long> before, Map<String, Stored> stored, Map<String, Long> after) {

  /**
   * What the database knows of a record.
   *
   * @param revision how often it was changed
   * @param there whether it is there still
   * @param waiting whether it is waiting to be indexed
   */
  public record Stored(long revision, boolean there, boolean waiting) {}

  /** In what a record differs. */
  public enum Difference {
    MISSING,
    /** The index has it as it was at another time. */
    OUTDATED,
    /** The index has it and the database does not. */
    SURPLUS
  }

  /**
   * A record in which they differ.
   *
   * @param indexed the revision that the index has; 0 where it has none
   */
  public record Found(String id, Difference difference, long indexed) {}

  /** All in which they differ, in the order of their ids. */
  public List<Found> differences() {
    var ids = new HashSet<>(stored.keySet());
    ids.addAll(after.keySet());
    var found = new ArrayList<Found>();
    for (var id : ids.stream().sorted().toList()) {
      var difference = difference(stored.get(id), before.get(id), after.get(id));
      if (difference != null) {
        found.add(new Found(id, difference, after.getOrDefault(id, 0L)));
      }
    }
    return found;
  }

  private static @Nullable Difference difference(
      @Nullable Stored stored, @Nullable Long before, @Nullable Long after) {
    if (stored != null && stored.waiting()) {
      return null;
    }
    if (stored == null || !stored.there()) {
      long gone = stored == null ? 0 : stored.revision();
      // What came after the look at the database is of a record made since.
      boolean since = before == null || after == null || after > gone && before <= gone;
      return since && (after == null || after > gone) ? null : Difference.SURPLUS;
    }
    if (after == null) {
      return before == null ? Difference.MISSING : null;
    }
    boolean ahead = before != null && before > stored.revision();
    return after < stored.revision() || ahead ? Difference.OUTDATED : null;
  }
}
