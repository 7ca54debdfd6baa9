package duijie.portal.web;

import duijie.matching.AmountBand;
import duijie.matching.SearchQuery;
import duijie.pages.Addresses;
import duijie.pages.Param;
import duijie.portal.HomeCounty;
import duijie.regions.Region;
import duijie.vocabulary.Term;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows, wholly told by its address.
 *
 * @param text what was typed in the search box
 * @param region only within this division, or null
 * @param outside only outside the home county
 * @param open only projects that look for their agency now
 * @param fields only these service fields
 * @param states only these states, by enum name
 * @param bands only these amount bands
 * @param page from 1
 * @param size records on a page
 */
record ListQuery(
    String text,
    Region.@Nullable Code region,
    boolean outside,
    boolean open,
    Set<Term.Id> fields,
    Set<String> states,
    Set<AmountBand> bands,
    int page,
    int size) {

  static final int USUAL_SIZE = 20;
  static final List<Integer> SIZES = List.of(20, 50, 100);
  static final int LAST_PAGE = 100_000;

  /** Everything. */
  static final ListQuery ALL =
      new ListQuery("", null, false, false, Set.of(), Set.of(), Set.of(), 1, USUAL_SIZE);

  /** The projects that look for their agency now. */
  static final ListQuery OPEN = ALL.withOpen(true);

  ListQuery withText(String other) {
    return new ListQuery(other, region, outside, open, fields, states, bands, 1, size);
  }

  ListQuery withRegion(Region.@Nullable Code other) {
    return new ListQuery(text, other, outside, open, fields, states, bands, 1, size);
  }

  ListQuery withOutside(boolean other) {
    return new ListQuery(text, region, other, open, fields, states, bands, 1, size);
  }

  ListQuery withOpen(boolean other) {
    return new ListQuery(text, region, outside, other, fields, states, bands, 1, size);
  }

  /** With this field alone. */
  ListQuery withField(Term.Id field) {
    return withFields(Set.of(field));
  }

  ListQuery withFields(Set<Term.Id> others) {
    return new ListQuery(text, region, outside, open, others, states, bands, 1, size);
  }

  private ListQuery withStates(Set<String> others) {
    return new ListQuery(text, region, outside, open, fields, others, bands, 1, size);
  }

  ListQuery withPage(int other) {
    return new ListQuery(text, region, outside, open, fields, states, bands, other, size);
  }

  ListQuery withSize(int other) {
    return new ListQuery(text, region, outside, open, fields, states, bands, 1, other);
  }

  /** With this state chosen, or not chosen where it was. */
  ListQuery toggled(String state) {
    return withStates(toggled(states, state));
  }

  /** With this band chosen, or not chosen where it was. */
  ListQuery toggled(AmountBand band) {
    return new ListQuery(
        text, region, outside, open, fields, states, toggled(bands, band), 1, size);
  }

  /** Whether anything narrows the list. */
  boolean narrowed() {
    return !text.isEmpty()
        || region != null
        || outside
        || open
        || !fields.isEmpty()
        || !states.isEmpty()
        || !bands.isEmpty();
  }

  /** The address of the list in this state. */
  String at(String path) {
    var pairs = params().stream().map(p -> p.name() + "=" + Addresses.encode(p.value())).toList();
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  /** The address without what only pages it. */
  String filterAt(String path) {
    return withSize(USUAL_SIZE).at(path);
  }

  /** The parameters that differ from the usual, in a fixed order. */
  List<Param> params() {
    var params = new ArrayList<Param>();
    if (!text.isEmpty()) {
      params.add(new Param("q", text));
    }
    if (region != null) {
      params.add(new Param("region", region.value()));
    }
    if (outside) {
      params.add(new Param("area", "outside"));
    }
    if (open) {
      params.add(new Param("only", "open"));
    }
    new TreeSet<>(fields).forEach(field -> params.add(new Param("field", field.value())));
    new TreeSet<>(states).forEach(state -> params.add(new Param("state", state)));
    new TreeSet<>(bands).forEach(band -> params.add(new Param("band", band.name())));
    if (page > 1) {
      params.add(new Param("page", Integer.toString(page)));
    }
    if (size != USUAL_SIZE) {
      params.add(new Param("size", Integer.toString(size)));
    }
    return params;
  }

  /** How many records come before the page. */
  int offset() {
    return (page - 1) * size;
  }

  /**
   * The question to the index; of the states only those that the public may see.
   *
   * @param now the moment in Asia/Shanghai at which projects are to be open
   */
  SearchQuery toSearch(
      ListKind kind, @Nullable HomeCounty home, LocalDateTime now, int offset, int limit) {
    return new SearchQuery(
        text,
        region,
        outside && home != null ? home.code() : null,
        open ? now : null,
        fields,
        states.isEmpty() ? kind.states().keySet() : states,
        bands,
        offset,
        limit);
  }

  private static <T extends Comparable<T>> Set<T> toggled(Set<T> values, T value) {
    var changed = new TreeSet<>(values);
    if (!changed.remove(value)) {
      changed.add(value);
    }
    return changed;
  }
}
