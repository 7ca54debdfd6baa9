package duijie.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A vocabulary held in memory. */
public final class TermVocabulary implements Vocabulary {

  /** What people put after a term without meaning another one, the longer before the shorter. */
  private static final List<String> ENDINGS =
      List.of(
          "社会工作服务", "社会工作", "社工服务", "服务项目", "服务工作", "服务类", "服务", "项目", "工作", "社工", "领域", "方面", "业务",
          "人群", "群体", "对象", "人员", "活动", "类", "等");

  /** A number in front, as in lists: 1养老. */
  private static final Pattern NUMBERING = Pattern.compile("^[0-9]+(?=\\D)");

  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<Term.Id, Term> byId = new LinkedHashMap<>();
  private final Map<Term.Kind, KindOfTerm> kinds = new EnumMap<>(Term.Kind.class);
  private final Map<Term.Id, List<Term.Id>> ancestors = new HashMap<>();
  private final Map<Term.Id, Set<Term.Id>> withDescendants = new HashMap<>();
  private final List<PublicBody> publicBodies;
  private final Set<String> commonWords;
  private final String version;

  /** What is kept ready for one kind. */
  private record KindOfTerm(
      List<Term> terms, Map<String, Term> byWord, Words words, NearestTerms nearest) {}

  /**
   * Takes a checked list of terms.
   *
   * @param terms in the order of the file
   * @param version SHA-256 of the file, lower-case hexadecimal
   * @throws IllegalArgumentException when an id or a word comes twice, or a parent is missing
   */
  public TermVocabulary(
      List<Term> terms,
      List<PublicBody> publicBodies,
      Collection<String> commonWords,
      String version) {
    this.publicBodies = List.copyOf(publicBodies);
    this.commonWords = Collections.unmodifiableSet(new LinkedHashSet<>(commonWords));
    this.version = version;
    for (var term : terms) {
      require(byId.put(term.id(), term) == null, "twice: " + term.id());
    }
    for (var kind : Term.Kind.values()) {
      kinds.put(kind, kind(terms.stream().filter(term -> term.kind() == kind).toList()));
    }
    for (var term : terms) {
      withDescendants.computeIfAbsent(term.id(), id -> new LinkedHashSet<>()).add(term.id());
      var above = above(term);
      ancestors.put(term.id(), above);
      above.forEach(
          id -> withDescendants.computeIfAbsent(id, a -> new LinkedHashSet<>()).add(term.id()));
    }
    withDescendants.replaceAll((id, below) -> Collections.unmodifiableSet(below));
  }

  private static KindOfTerm kind(List<Term> terms) {
    var byWord = new HashMap<String, Term>();
    for (var term : terms) {
      for (var word : term.words()) {
        var other = byWord.put(key(word), term);
        require(other == null || other == term, "in two terms: " + word);
      }
    }
    return new KindOfTerm(
        terms, byWord, new Words(byWord.keySet()), new NearestTerms(terms, TermVocabulary::key));
  }

  private List<Term.Id> above(Term term) {
    var above = new ArrayList<Term.Id>();
    for (var id = term.parent(); id != null; ) {
      require(!above.contains(id) && above.size() < byId.size(), "a cycle at " + id);
      above.add(id);
      var parent = byId.get(id);
      if (parent == null || parent.kind() != term.kind()) {
        throw new IllegalArgumentException("no parent " + id);
      }
      id = parent.parent();
    }
    return List.copyOf(above);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** A word as it is looked up: folded, letters and digits alone. */
  public static String key(String word) {
    return NOT_A_LETTER.matcher(Words.folded(word)).replaceAll("");
  }

  @Override
  public List<Term> terms(Term.Kind kind) {
    return of(kind).terms();
  }

  @Override
  public Optional<Term> find(Term.Id id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<Term> named(Term.Kind kind, String text) {
    var byWord = of(kind).byWord();
    var key = NUMBERING.matcher(key(text)).replaceFirst("");
    while (!key.isEmpty()) {
      var term = byWord.get(key);
      if (term != null) {
        return Optional.of(term);
      }
      key = withoutEnding(key);
    }
    return Optional.empty();
  }

  /** The key without the longest ending that it has, or nothing. */
  private static String withoutEnding(String key) {
    for (var ending : ENDINGS) {
      if (key.endsWith(ending)) {
        return key.substring(0, key.length() - ending.length());
      }
    }
    return "";
  }

  @Override
  public List<Term> mentioned(Term.Kind kind, String text) {
    var byWord = of(kind).byWord();
    return of(kind)
        .words()
        .longest(NOT_A_LETTER.matcher(Words.folded(text)).replaceAll(" "))
        .stream()
        .map(hit -> byWord.get(hit.word()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  @Override
  public List<Term> suggestions(Term.Kind kind, String text) {
    return of(kind).nearest().nearest(key(text));
  }

  @Override
  public List<Term.Id> ancestors(Term.Id id) {
    return ancestors.getOrDefault(id, List.of());
  }

  @Override
  public Set<Term.Id> withDescendants(Term.Id id) {
    return withDescendants.getOrDefault(id, Set.of());
  }

  @Override
  public List<PublicBody> publicBodies() {
    return publicBodies;
  }

  @Override
  public Set<String> commonWords() {
    return commonWords;
  }

  @Override
  public String version() {
    return version;
  }

  private KindOfTerm of(Term.Kind kind) {
    var found = kinds.get(kind);
    if (found == null) {
      throw new AssertionError(kind);
    }
    return found;
  }
}
