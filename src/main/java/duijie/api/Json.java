package duijie.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of maps, lists, texts, numbers and truth values as JSON, and back. */
public final class Json {

  private static final int DEEPEST = 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100).build())
          .build();

  private Json() {}

  /** That a text is no JSON; says where. */
  public static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String place) {
      super(place);
    }
  }

  public static String write(@Nullable Object tree) {
    var out = new StringWriter();
    try (var json = FACTORY.createGenerator(out)) {
      write(json, tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          write(json, entry.getValue());
        }
        json.writeEndObject();
      }
      case Iterable<?> list -> {
        json.writeStartArray();
        for (var element : list) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case Boolean truth -> json.writeBoolean(truth);
      case BigDecimal number -> json.writeNumber(number.toPlainString());
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      default -> json.writeString(value.toString());
    }
  }

  /** Reads one value: maps, lists, texts, {@link BigDecimal}, truth values, null. */
  public static @Nullable Object read(String text) throws Malformed {
    try (var json = FACTORY.createParser(text)) {
      json.nextToken();
      var value = value(json);
      if (json.nextToken() != null) {
        throw malformed(json);
      }
      return value;
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      throw new Malformed(at == null ? "" : place(at.getLineNr(), at.getColumnNr()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static @Nullable Object value(JsonParser json) throws IOException, Malformed {
    var token = json.currentToken();
    return switch (token) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> throw malformed(json);
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser json)
      throws IOException, Malformed {
    var map = new LinkedHashMap<String, @Nullable Object>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      json.nextToken();
      map.put(name, value(json));
    }
    return map;
  }

  private static List<@Nullable Object> array(JsonParser json) throws IOException, Malformed {
    var list = new ArrayList<@Nullable Object>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(json));
    }
    return list;
  }

  private static Malformed malformed(JsonParser json) {
    var at = json.currentLocation();
    return new Malformed(place(at.getLineNr(), at.getColumnNr()));
  }

  private static String place(int line, int column) {
    return "第 " + line + " 行第 " + column + " 列";
  }
}
