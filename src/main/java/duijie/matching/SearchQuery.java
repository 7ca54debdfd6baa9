package duijie.matching;

import duijie.regions.Region;
import duijie.vocabulary.Term;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to one of the site's lists.
 *
 * @param text what was typed in the search box; blank for everything
 * @param region only what lies within this division, or null
 * @param outside only what is known to lie outside this division, or null
 * @param openAt only projects that look for their agency at this moment in Asia/Shanghai, or null
 * @param fields only what has one of these service fields or a narrower one; empty for any
 * @param states only these states, by enum name; empty for any
 * @param bands only these amount bands, by {@link AmountBand} name; empty for any
 * @param offset how many to skip
 * @param limit how many to give, 1 to 1000
 */
public record SearchQuery(
    String text,
    Region.@Nullable Code region,
    Region.@Nullable Code outside,
    @Nullable LocalDateTime openAt,
    Set<Term.Id> fields,
    Set<String> states,
    Set<AmountBand> bands,
    int offset,
    int limit) {

  public SearchQuery {
    fields = Set.copyOf(fields);
    states = Set.copyOf(states);
    bands = Set.copyOf(bands);
    if (offset < 0 || limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("no such page: offset " + offset + ", limit " + limit);
    }
  }

  /** The same without a division to lie outside of, whether open or not. */
  public SearchQuery(
      String text,
      Region.@Nullable Code region,
      Set<Term.Id> fields,
      Set<String> states,
      Set<AmountBand> bands,
      int offset,
      int limit) {
    this(text, region, null, null, fields, states, bands, offset, limit);
  }
}
