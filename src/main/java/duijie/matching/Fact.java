package duijie.matching;

import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
  public static final class Sources {

    private final Regions regions;
    private final Vocabulary vocabulary;
    private final TextAnalysis analysis;
    private final Map<Term.Id, Set<Term.Id>> relatives = new ConcurrentHashMap<>();

    Sources(Regions regions, Vocabulary vocabulary, TextAnalysis analysis) {
      this.regions = regions;
      this.vocabulary = vocabulary;
      this.analysis = analysis;
    }

    public Regions regions() {
      return regions;
    }

    public Vocabulary vocabulary() {
      return vocabulary;
    }

    public TextAnalysis analysis() {
      return analysis;
    }

    /** The term with all above and all below it; looked up once for all records. */
    Set<Term.Id> relatives(Term.Id term) {
      return relatives.computeIfAbsent(
          term,
          id -> {
            var all = new TreeSet<Term.Id>(vocabulary.ancestors(id));
            all.addAll(vocabulary.withDescendants(id));
            all.add(id);
            return Collections.unmodifiableSet(all);
          });
    }
  }
}
