package duijie.vocabulary.lucene;

import duijie.vocabulary.TermVocabulary;
import duijie.vocabulary.TextQuery;
import duijie.vocabulary.TextQuery.Phrase;
import duijie.vocabulary.TextQuery.Wish;
import duijie.vocabulary.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands what is typed into a search box: words that stand for something by their meaning, the
 * rest by its pairs of characters. Words that are in every notice are asked for only where nothing
 * else was typed.
 */
final class Asking {

  /** What is typed beyond is left out: no engine takes any number of terms. */
  private static final int LONGEST = 120;

  /** Points for each step of a term's weight. */
  private static final int STEPS = 8;

  /** What a word itself counts, in steps of its weight, above its synonyms. */
  private static final int ITSELF = 2;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s、，,；;。]+");

  private final Meanings meanings;
  private final Set<String> common;
  private final Function<String, List<String>> tokens;
  private final ToDoubleFunction<String> weight;
  private final Words words;

  /**
   * @param commonWords what is in every notice
   * @param common the same words and the pairs of their characters
   * @param tokens cuts folded text into terms
   * @param weight of a term
   */
  Asking(
      Meanings meanings,
      Set<String> commonWords,
      Set<String> common,
      Function<String, List<String>> tokens,
      ToDoubleFunction<String> weight) {
    this.meanings = meanings;
    this.common = common;
    this.tokens = tokens;
    this.weight = weight;
    var known = new HashSet<>(meanings.words());
    commonWords.stream().map(TermVocabulary::key).filter(word -> !single(word)).forEach(known::add);
    words = new Words(known);
  }

  TextQuery query(String typed) {
    var folded = Words.folded(typed);
    if (folded.codePointCount(0, folded.length()) > LONGEST) {
      folded = folded.substring(0, folded.offsetByCodePoints(0, LONGEST));
    }
    var asTyped = distinct(tokens.apply(folded));
    var wishes = wishes(folded);
    if (asTyped.isEmpty()) {
      return TextQuery.ALL;
    }
    var phrase = new Phrase(asTyped, STEPS * asTyped.size());
    return new TextQuery(wishes.isEmpty() ? List.of(new Wish(List.of(phrase))) : wishes, phrase);
  }

  private List<Wish> wishes(String folded) {
    var wishes = new ArrayList<Wish>();
    int end = 0;
    for (var hit : words.longest(folded)) {
      addRest(wishes, folded, end, hit.start());
      var marks = meanings.askedFor(hit.word());
      if (!marks.isEmpty()) {
        wishes.add(meaning(hit.word(), marks));
      }
      end = hit.end();
    }
    addRest(wishes, folded, end, folded.length());
    return wishes.stream().distinct().toList();
  }

  /** The word itself before its synonyms and narrower words. */
  private Wish meaning(String word, List<String> marks) {
    int weight = (int) Math.max(1, this.weight.applyAsDouble(word));
    var itself = new Phrase(distinct(tokens.apply(word)), ITSELF * weight);
    return new Wish(
        Stream.concat(
                Stream.of(itself),
                marks.stream().map(mark -> new Phrase(List.of(mark), STEPS * weight)))
            .toList());
  }

  /** What stands between words that are known. */
  private void addRest(List<Wish> wishes, String folded, int from, int to) {
    var rest = folded.substring(from, to);
    for (var piece : BETWEEN_WORDS.split(rest)) {
      // A character left over beside a word, as 院 of 老人院, is no word by itself.
      boolean beside =
          (from > 0 && rest.startsWith(piece)) || (to < folded.length() && rest.endsWith(piece));
      if (beside && single(piece)) {
        continue;
      }
      var terms = distinct(tokens.apply(piece)).stream().filter(t -> !common.contains(t)).toList();
      if (!terms.isEmpty()) {
        int points =
            terms.stream()
                .mapToInt(t -> (int) Math.max(1, Math.round(STEPS * weight.applyAsDouble(t))))
                .sum();
        wishes.add(new Wish(List.of(new Phrase(terms, points))));
      }
    }
  }

  private static boolean single(String text) {
    return text.codePointCount(0, text.length()) < 2;
  }

  private static List<String> distinct(Collection<String> terms) {
    return terms.stream().distinct().toList();
  }
}
