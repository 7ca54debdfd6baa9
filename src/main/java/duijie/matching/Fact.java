package duijie.matching;

import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * One thing that rules may read of a project or of an agency.
 *
 * @param <T> the project or the agency
 * @param name what rules call it
 * @param type what kind of value it is
 * @param description what it means, in Chinese
 * @param reader reads it; null where it is not known
 */
public record Fact<T>(String name, FactType type, String description, Reader<T> reader) {

  /** Reads a fact. */
  @FunctionalInterface
  public interface Reader<T> {
    @Nullable Object read(T subject, Sources sources);
  }

  /** What facts are derived with. */
  public record Sources(Regions regions, Vocabulary vocabulary, TextAnalysis analysis) {}
}
