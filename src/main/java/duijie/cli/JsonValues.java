package duijie.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small JSON values as Java has them; numbers exact, null as nothing. */
final class JsonValues {

  private JsonValues() {}

  /** An object; a field that is null is as good as none. */
  record Fields(Map<String, Object> values) {

    @Nullable Object get(String name) {
      return values.get(name);
    }

    Set<String> names() {
      return values.keySet();
    }
  }

  /** A null in a list, where leaving it out would move what follows. */
  private static final Object NOTHING = new Object();

  /** Reads the value that begins with the current token. */
  static @Nullable Object read(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> fields(json);
      case START_ARRAY -> list(json);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      default -> null;
    };
  }

  private static Fields fields(JsonParser json) throws IOException {
    var values = new LinkedHashMap<String, Object>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      var value = read(json);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new Fields(values);
  }

  private static List<Object> list(JsonParser json) throws IOException {
    var values = new ArrayList<Object>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      var value = read(json);
      values.add(value == null ? NOTHING : value);
    }
    return values;
  }

  /** Whether it is a whole number of usual size. */
  static boolean isWhole(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }
}
