package duijie.demonstration.yaml;

import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.PartialDate;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Written words as terms, divisions and dates. */
record Words(Regions regions, Vocabulary vocabulary) {

  /** The division at the end of a path of names; null where nothing fits or several do. */
  Region.@Nullable Code region(String path) {
    return regions.read(path) instanceof Regions.Reading.Found found ? found.region().code() : null;
  }

  /** The narrowest division that these names, province first, lead to; null where none does. */
  Region.@Nullable Code region(Entry names) {
    var path =
        Stream.of("province", "city", "county", "town")
            .map(names::text)
            .filter(Objects::nonNull)
            .toList();
    for (int length = path.size(); length > 0; length--) {
      var region = region(String.join("/", path.subList(0, length)));
      if (region != null) {
        return region;
      }
    }
    return null;
  }

  /** The terms that these words name, or at least mention. */
  Set<Term.Id> terms(Term.Kind kind, Collection<String> words) {
    var terms = new TreeSet<Term.Id>();
    for (var word : words) {
      Optional<Term> named = vocabulary.named(kind, word);
      if (named.isPresent()) {
        terms.add(named.get().id());
      } else {
        terms.addAll(mentioned(kind, word));
      }
    }
    return terms;
  }

  /** The terms in a list as people write it, joined by {@code 、}. */
  Set<Term.Id> listed(Term.Kind kind, @Nullable String list) {
    return list == null ? Set.of() : terms(kind, List.of(list.split("、")));
  }

  /** The terms that occur in a text. */
  Set<Term.Id> mentioned(Term.Kind kind, @Nullable String text) {
    var terms = new TreeSet<Term.Id>();
    if (text != null) {
      vocabulary.mentioned(kind, text).forEach(term -> terms.add(term.id()));
    }
    return terms;
  }

  /** A date as far as it is written: {@code 2020}, {@code 2020-09} or {@code 2020-09-23}. */
  static @Nullable PartialDate date(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var parts = Stream.of(text.split("-")).map(Integer::valueOf).toList();
    return new PartialDate(
        parts.get(0),
        parts.size() > 1 ? parts.get(1) : null,
        parts.size() > 2 ? parts.get(2) : null);
  }
}
