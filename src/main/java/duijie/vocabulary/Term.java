package duijie.vocabulary;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A standard term of the trade.
 *
 * @param id what rules and records call it, for example {@code eldercare}
 * @param kind what it is a term of
 * @param name its Chinese name on screen, for example 养老
 * @param synonyms other words that mean the same, without the name itself
 * @param parent the wider term of the same kind that it belongs to, or null
 */
public record Term(Id id, Kind kind, String name, List<String> synonyms, @Nullable Id parent) {

  public Term {
    synonyms = List.copyOf(synonyms);
  }

  /** The name and all synonyms. */
  public List<String> words() {
    return Stream.concat(Stream.of(name), synonyms.stream()).toList();
  }

  /** A term's identifier, lower-case words joined by hyphens; unique over all kinds. */
  public record Id(String value) implements Comparable<Id> {
    @Override
    public int compareTo(Id other) {
      return value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** The kinds of term. */
  public enum Kind {
    SERVICE_FIELD("服务领域"),
    TARGET_GROUP("服务对象"),
    SERVICE_METHOD("服务方式");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
