package duijie.vocabulary.lucene;

import duijie.vocabulary.Term;
import duijie.vocabulary.TermVocabulary;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.TextQuery;
import duijie.vocabulary.Vocabulary;
import duijie.vocabulary.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of the vocabulary, and pairs of characters for everything. */
final class WordsAndBigrams implements TextAnalysis {

  /** What a pair of characters, or a word in Latin letters, counts. */
  private static final double PLAIN = 1;

  private final Words words;

  /** What the words of the vocabulary count, and common words, which count nothing. */
  private final Map<String, Double> weights;

  private final Analyzer indexing = new BigramAnalyzer(true);
  private final Analyzer pairs = new BigramAnalyzer(false);
  private final Meanings meanings;
  private final Asking asking;

  WordsAndBigrams(Vocabulary vocabulary) {
    weights = weights(vocabulary);
    words = new Words(weights.keySet());
    var common =
        vocabulary.commonWords().stream()
            .map(TermVocabulary::key)
            .flatMap(word -> Stream.concat(Stream.of(word), pairs(word)))
            .filter(word -> !weights.containsKey(word))
            .collect(Collectors.toUnmodifiableSet());
    common.forEach(word -> weights.put(word, 0.0));
    meanings = new Meanings(vocabulary);
    asking =
        new Asking(
            meanings, vocabulary.commonWords(), common, text -> tokens(pairs, text), this::weight);
  }

  private static Map<String, Double> weights(Vocabulary vocabulary) {
    var weights = new HashMap<String, Double>();
    for (var kind : Term.Kind.values()) {
      for (var term : vocabulary.terms(kind)) {
        term.words().stream()
            .map(TermVocabulary::key)
            .forEach(word -> weights.merge(word, weight(kind), Math::max));
      }
    }
    return weights;
  }

  private static double weight(Term.Kind kind) {
    return switch (kind) {
      case SERVICE_FIELD -> 4;
      case TARGET_GROUP, SERVICE_METHOD -> 3;
    };
  }

  private static Stream<String> pairs(String word) {
    var characters = word.codePoints().mapToObj(Character::toString).toList();
    return Stream.iterate(0, i -> i + 1 < characters.size(), i -> i + 1)
        .map(i -> characters.get(i) + characters.get(i + 1));
  }

  @Override
  public List<String> terms(String text) {
    var folded = Words.folded(text);
    return withWords(tokens(indexing, folded), folded);
  }

  /** Single characters weigh nothing, and they are half of all terms. */
  @Override
  public List<String> telling(String text) {
    var folded = Words.folded(text);
    var usual = UsualText.tokens(folded);
    return withWords(usual == null ? tokens(pairs, folded) : usual, folded);
  }

  private List<String> withWords(List<String> terms, String folded) {
    for (var hit : words.all(folded)) {
      // Shorter ideographic words are pairs of characters and so among the terms already.
      if (hit.word().length() > 2 || hit.word().charAt(0) < '\u2E80') {
        terms.add(hit.word());
      }
    }
    return terms;
  }

  @Override
  public Set<String> marks(String text) {
    return meanings.spokenOf(Words.folded(text));
  }

  @Override
  public TextQuery query(String typed) {
    return asking.query(typed);
  }

  @Override
  public double weight(String term) {
    var known = weights.get(term);
    if (known != null) {
      return known;
    }
    boolean single = term.codePointCount(0, term.length()) < 2;
    return single || isNumber(term) ? 0 : PLAIN;
  }

  private static boolean isNumber(String term) {
    for (int i = 0; i < term.length(); i++) {
      if (!Character.isDigit(term.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static ArrayList<String> tokens(Analyzer analyzer, String text) {
    var tokens = new ArrayList<String>(text.length() * 2);
    try (var stream = analyzer.tokenStream("", text)) {
      var token = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(token.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
    return tokens;
  }
}
