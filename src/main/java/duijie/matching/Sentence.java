package duijie.matching;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that is written when it is first read: of all that could be said of thousands of pairs
 * people read little.
 */
public final class Sentence {

  private final Supplier<String> writer;
  private volatile @Nullable String text;

  private Sentence(Supplier<String> writer) {
    this.writer = writer;
  }

  /**
   * A sentence to be written later.
   *
   * @param writer gives the same text whenever and on whatever thread it is called
   */
  public static Sentence of(Supplier<String> writer) {
    return new Sentence(writer);
  }

  /** The sentence of this text. */
  public static Sentence of(String text) {
    return new Sentence(() -> text);
  }

  /** The text itself. */
  @Override
  public String toString() {
    var written = text;
    if (written == null) {
      written = writer.get();
      text = written;
    }
    return written;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sentence sentence && toString().equals(sentence.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
