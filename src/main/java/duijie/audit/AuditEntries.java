package duijie.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail. */
public interface AuditEntries {

  /**
   * An entry as it was written down.
   *
   * @param number its place in the trail, from 1
   * @param at when it was
   * @param hash what the next entry was chained to, in hexadecimal digits
   */
  record Written(long number, Instant at, Entry entry, String hash) {}

  /**
   * Which entries; null for any.
   *
   * @param signInName who did it
   * @param deed what was done
   * @param outcome what came of it
   * @param kind to what kind of record
   * @param id to which record; only together with its kind
   * @param from not before
   * @param to before
   */
  record Filter(
      @Nullable String signInName,
      @Nullable String deed,
      Entry.@Nullable Outcome outcome,
      @Nullable String kind,
      @Nullable String id,
      @Nullable Instant from,
      @Nullable Instant to) {

    public static final Filter NONE = new Filter(null, null, null, null, null, null, null);

    public Filter {
      if (id != null && kind == null) {
        throw new IllegalArgumentException("an id is of a kind");
      }
    }
  }

  /**
   * The newest of these, newest first.
   *
   * @param before only entries with smaller numbers; null to begin with the newest. The last number
   *     of one page is what the next page is asked with
   * @param limit how many at most
   */
  List<Written> newest(Filter filter, @Nullable Long before, int limit);

  /** The last of what was done to each of these records of a kind, by their ids. */
  Map<String, Written> last(String kind, Collection<String> ids);

  /**
   * What somebody did and was not refused, newest first.
   *
   * @param leftOut deeds that are not asked for
   * @param before as above
   */
  List<Written> steps(String signInName, Set<String> leftOut, @Nullable Long before, int limit);
}
