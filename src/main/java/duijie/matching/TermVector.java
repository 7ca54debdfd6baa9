package duijie.matching;

import duijie.vocabulary.TextAnalysis;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distinct terms of a text with their weights, kept small and quick to compare.
 *
 * <p>A term is kept as a number that depends on the term alone: a pair of Chinese characters by its
 * code points, exactly; any other term by a hash above all pairs. Weights are whole thousandths, so
 * sums are exact whatever their order.
 */
public final class TermVector {

  private static final int FIRST = 0x4E00;
  private static final int COUNT = 0xA000 - FIRST;
  private static final int PAIRS = COUNT * COUNT;

  private final int[] codes;
  private final int[] weights;
  private final long total;

  private TermVector(int[] codes, int[] weights) {
    this.codes = codes;
    this.weights = weights;
    this.total = Arrays.stream(weights).asLongStream().sum();
  }

  /** The terms of these texts together, leaving out those that weigh nothing. */
  static TermVector of(TextAnalysis analysis, @Nullable String... texts) {
    long[] entries = new long[64];
    int count = 0;
    for (var text : texts) {
      if (text != null && !text.isBlank()) {
        for (var term : analysis.telling(text)) {
          long weight = Math.round(analysis.weight(term) * 1000);
          if (weight > 0) {
            entries = count < entries.length ? entries : Arrays.copyOf(entries, 2 * count);
            entries[count++] = (long) code(term) << Integer.SIZE | weight;
          }
        }
      }
    }
    Arrays.sort(entries, 0, count);
    return distinct(entries, count);
  }

  /** Of the sorted entries of one code the last, which weighs most. */
  private static TermVector distinct(long[] entries, int count) {
    int[] codes = new int[count];
    int[] weights = new int[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int code = (int) (entries[i] >>> Integer.SIZE);
      size -= size > 0 && codes[size - 1] == code ? 1 : 0;
      codes[size] = code;
      weights[size++] = (int) entries[i];
    }
    return new TermVector(Arrays.copyOf(codes, size), Arrays.copyOf(weights, size));
  }

  /** How many distinct terms there are. */
  public int size() {
    return codes.length;
  }

  /** The sum of all weights, in thousandths. */
  public long total() {
    return total;
  }

  /**
   * How much of this text the other one speaks of: the weight of the terms that occur in both, over
   * the weight of all terms of this one. 0 to 1; 0 for a text without terms.
   */
  public double coveredBy(TermVector other) {
    if (total == 0) {
      return 0;
    }
    long common = 0;
    int i = 0;
    int j = 0;
    while (i < codes.length && j < other.codes.length) {
      int mine = codes[i];
      int theirs = other.codes[j];
      if (mine == theirs) {
        common += weights[i];
      }
      i += mine <= theirs ? 1 : 0;
      j += theirs <= mine ? 1 : 0;
    }
    return (double) common / total;
  }

  private static int code(String term) {
    if (term.length() == 2 && chinese(term.charAt(0)) && chinese(term.charAt(1))) {
      return (term.charAt(0) - FIRST) * COUNT + term.charAt(1) - FIRST;
    }
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < term.length(); i++) {
      hash = (hash ^ term.charAt(i)) * 0x100000001b3L;
    }
    return PAIRS + (int) Long.remainderUnsigned(hash, (long) Integer.MAX_VALUE - PAIRS);
  }

  private static boolean chinese(char symbol) {
    return symbol >= FIRST && symbol < FIRST + COUNT;
  }
}
