package duijie.matching;

import duijie.shared.Money;
import duijie.shared.SameName;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Small readings that the facts of projects and agencies share. */
final class Reading {

  /** How much of a name rules see, in characters. */
  static final int NAME = 200;

  /**
   * How much of a free text rules see, in characters: a rule's time must not depend on its length.
   */
  static final int TEXT = 2000;

  private Reading() {}

  static @Nullable String cut(@Nullable String text, int length) {
    if (text == null || text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  /** The letters and digits of a name, one width, one case: what makes two spellings one name. */
  static @Nullable String key(@Nullable String name) {
    if (name == null) {
      return null;
    }
    var key = SameName.key(name);
    return key.isEmpty() ? null : cut(key, NAME);
  }

  static @Nullable Long whole(@Nullable Integer count) {
    return count == null ? null : count.longValue();
  }

  static @Nullable Double number(@Nullable Money amount) {
    return amount == null ? null : amount.yuan().doubleValue();
  }

  static @Nullable Instant date(@Nullable LocalDate date) {
    return date == null ? null : date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static @Nullable List<String> ids(Set<Term.Id> terms) {
    return terms.isEmpty() ? null : terms.stream().map(Term.Id::value).toList();
  }

  /** The terms with all above and all below them. */
  static @Nullable List<String> related(Set<Term.Id> terms, Fact.Sources sources) {
    var related = new TreeSet<Term.Id>();
    for (var term : terms) {
      related.addAll(sources.relatives(term));
    }
    return ids(related);
  }

  static String names(Set<Term.Id> terms, Vocabulary vocabulary) {
    return terms.stream()
        .flatMap(id -> vocabulary.find(id).stream())
        .map(Term::name)
        .collect(Collectors.joining("\n"));
  }
}
