package duijie.matching;

import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clauses that rules are made of: each a list of tests one of which must hold. */
final class FilterTests {

  private FilterTests() {}

  /** No clause: all pass. */
  static Stream<List<Filter.Test>> everything() {
    return Stream.empty();
  }

  /** A clause that none passes. */
  static Stream<List<Filter.Test>> nothing() {
    return Stream.of(List.of());
  }

  static Stream<List<Filter.Test>> has(String field, String... anyOf) {
    return has(field, Set.of(anyOf));
  }

  static Stream<List<Filter.Test>> has(String field, Set<String> anyOf) {
    return Stream.of(List.of(new Filter.Test.HasAny(field, anyOf)));
  }

  /** Has one of these service fields, a wider or a narrower one; all pass where there are none. */
  static Stream<List<Filter.Test>> fieldRelated(Set<Term.Id> fields, Vocabulary vocabulary) {
    if (fields.isEmpty()) {
      return everything();
    }
    var related = new TreeSet<String>();
    related.add(IndexField.UNKNOWN);
    for (var field : fields) {
      related.add(field.value());
      vocabulary.ancestors(field).forEach(wider -> related.add(wider.value()));
      vocabulary.withDescendants(field).forEach(narrower -> related.add(narrower.value()));
    }
    return has(IndexField.FIELDS, related);
  }

  /** At least this; all pass where it is not known. */
  static Stream<List<Filter.Test>> atLeast(String field, @Nullable Number least) {
    return least == null ? everything() : between(field, least.longValue(), Long.MAX_VALUE);
  }

  /** At most this; all pass where it is not known. */
  static Stream<List<Filter.Test>> atMost(String field, @Nullable Number most) {
    return most == null ? everything() : between(field, Long.MIN_VALUE, most.longValue());
  }

  private static Stream<List<Filter.Test>> between(String field, long from, long to) {
    return Stream.of(List.of(new Filter.Test.Between(field, from, to)));
  }

  /** The keywords of all values of an enum but these, and of the unknown. */
  static <E extends Enum<E>> Set<String> allBut(EnumSet<E> values) {
    return Stream.concat(
            Stream.of(IndexField.UNKNOWN), EnumSet.complementOf(values).stream().map(Enum::name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
