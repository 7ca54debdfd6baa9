package duijie.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of authority or public organisation that buys services, and what people call it for short.
 *
 * @param name what it is called in full, for example 残疾人联合会
 * @param synonyms other names, for example 残联
 */
public record PublicBody(String name, List<String> synonyms) {

  public PublicBody {
    synonyms = List.copyOf(synonyms);
  }

  /** All its names. */
  public List<String> words() {
    return Stream.concat(Stream.of(name), synonyms.stream()).toList();
  }
}
