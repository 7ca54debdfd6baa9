package duijie.vocabulary.lucene;

import duijie.vocabulary.Term;
import duijie.vocabulary.TermVocabulary;
import duijie.vocabulary.Vocabulary;
import duijie.vocabulary.Words;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words stand for: a term of the vocabulary or a public body, each with a mark that every text
 * with one of its words is given.
 */
final class Meanings {

  /** Tokens of a text are letters and digits, so none begins like this. */
  private static final char MARK = '=';

  private final Words words;

  /** For each word the marks of all that it may stand for, wider terms included. */
  private final Map<String, Set<String>> spokenOf = new HashMap<>();

  /** For each word the marks of what somebody means who asks for it. */
  private final Map<String, Set<String>> askedFor = new HashMap<>();

  Meanings(Vocabulary vocabulary) {
    var terms =
        Arrays.stream(Term.Kind.values()).flatMap(kind -> vocabulary.terms(kind).stream()).toList();
    var termsOf = new HashMap<String, Set<Term>>();
    for (var term : terms) {
      for (var word : term.words()) {
        var key = TermVocabulary.key(word);
        termsOf.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(term);
        var marks = spokenOf.computeIfAbsent(key, k -> new LinkedHashSet<>());
        marks.add(mark(term));
        vocabulary.ancestors(term.id()).forEach(wider -> marks.add(MARK + wider.value()));
      }
    }
    termsOf.forEach((word, of) -> askedFor.put(word, meant(word, of, vocabulary)));
    for (var body : vocabulary.publicBodies()) {
      var mark = MARK + TermVocabulary.key(body.name());
      for (var word : body.words()) {
        var key = TermVocabulary.key(word);
        spokenOf.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(mark);
        // 妇联 is a word for women's matters in an agency's fields, but not in a search box.
        askedFor.put(key, Set.of(mark));
      }
    }
    words = new Words(spokenOf.keySet());
  }

  /**
   * Of the terms that have the word those that it is the very name of; else the narrowest: 低保 is a
   * word for 社会救助 and for 低保对象, and whoever types it means the latter.
   */
  private static Set<String> meant(String word, Set<Term> terms, Vocabulary vocabulary) {
    var named =
        terms.stream().filter(term -> TermVocabulary.key(term.name()).equals(word)).toList();
    if (!named.isEmpty()) {
      return marks(named);
    }
    var depth = Comparator.<Term>comparingInt(term -> vocabulary.ancestors(term.id()).size());
    var narrowest = terms.stream().max(depth).orElseThrow();
    return marks(terms.stream().filter(term -> depth.compare(term, narrowest) == 0).toList());
  }

  private static Set<String> marks(Collection<Term> terms) {
    var marks = new LinkedHashSet<String>();
    terms.forEach(term -> marks.add(mark(term)));
    return marks;
  }

  private static String mark(Term term) {
    return MARK + term.id().value();
  }

  /** All words that stand for something. */
  Set<String> words() {
    return spokenOf.keySet();
  }

  /** The marks of all that a folded text speaks of. */
  Set<String> spokenOf(String folded) {
    var marks = new LinkedHashSet<String>();
    words.all(folded).forEach(hit -> marks.addAll(spokenOf.getOrDefault(hit.word(), Set.of())));
    return marks;
  }

  /** The marks of what is meant by a word, none where it stands for nothing. */
  List<String> askedFor(String word) {
    return List.copyOf(askedFor.getOrDefault(word, Set.of()));
  }
}
