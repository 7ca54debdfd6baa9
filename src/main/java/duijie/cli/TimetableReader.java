package duijie.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import duijie.timetable.Mistake;
import duijie.timetable.Pair;
import duijie.timetable.Party;
import duijie.timetable.TaskCheck;
import duijie.timetable.TimetableTask;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the agreed JSON of a task, and finds all that is wrong with it: what does not have the
 * agreed form here, everything else by {@link TaskCheck}. Pair by pair, so that a large file needs
 * little memory.
 */
final class TimetableReader {

  private static final Set<String> PARTY = Set.of("id", "maxMeetings", "unavailable");
  private static final Set<String> PAIR = Set.of("project", "agency", "value", "locked");
  private static final Set<String> LOCK = Set.of("slot", "table");

  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<String> unknownFields = new ArrayList<>();
  private final Read<RawParty> projects = new Read<>();
  private final Read<RawParty> agencies = new Read<>();
  private final Read<Pair> pairs = new Read<>();
  private final Set<String> seen = new HashSet<>();
  private int slots;
  private int tables;

  /** What came of reading; the task is only good if there is no mistake. */
  record Result(TimetableTask task, List<Mistake> mistakes, List<String> unknownFields) {}

  /** The parts of a list that could be read, and where they stood in it. */
  private static final class Read<T> {
    private final List<T> parts = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    void add(T part, int number) {
      parts.add(part);
      numbers.add(number);
    }
  }

  private record RawParty(String id, @Nullable Integer maxMeetings, TreeSet<Integer> unavailable) {

    Party of(int slots) {
      return new Party(id, maxMeetings == null ? slots : maxMeetings, unavailable);
    }
  }

  private TimetableReader() {}

  static Result read(Path file) throws IOException {
    var reader = new TimetableReader();
    var factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var json = factory.createParser(file.toFile())) {
      reader.task(json);
    } catch (JsonProcessingException broken) {
      reader.broken(broken);
    }
    return reader.result();
  }

  private void broken(JsonProcessingException broken) {
    var at = broken.getLocation();
    var place = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    mistakes.clear();
    mistakes.add(
        new Mistake(
            place,
            "not-json",
            "不是正确的 JSON，读到这里读不下去（%s）".formatted(broken.getOriginalMessage()),
            "this is not JSON from here on (%s)".formatted(broken.getOriginalMessage())));
    seen.clear();
  }

  private Result result() {
    var task =
        new TimetableTask(
            slots,
            tables,
            projects.parts.stream().map(party -> party.of(slots)).toList(),
            agencies.parts.stream().map(party -> party.of(slots)).toList(),
            pairs.parts);
    boolean isJson = mistakes.stream().noneMatch(mistake -> mistake.code().equals("not-json"));
    if (isJson) {
      List.of("slots", "tables", "projects", "agencies", "pairs").stream()
          .filter(field -> !seen.contains(field))
          .forEach(field -> missing("/" + field));
      var told = mistakes.stream().map(Mistake::pointer).collect(Collectors.toSet());
      var numbering =
          new TaskCheck.Numbering(projects.numbers::get, agencies.numbers::get, pairs.numbers::get);
      TaskCheck.mistakes(task, numbering).stream()
          .filter(mistake -> !told.contains(mistake.pointer()))
          .forEach(mistakes::add);
    }
    return new Result(task, List.copyOf(mistakes), List.copyOf(unknownFields));
  }

  private void task(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      wrong("", "一个 JSON 对象 { … }", "a JSON object { … }");
      seen.addAll(List.of("slots", "tables", "projects", "agencies", "pairs"));
      slots = 1;
      tables = 1;
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      json.nextToken();
      seen.add(field);
      switch (field) {
        case "slots" -> slots = count("/slots", JsonValues.read(json));
        case "tables" -> tables = count("/tables", JsonValues.read(json));
        case "projects" -> list(json, "/projects", this::project);
        case "agencies" -> list(json, "/agencies", this::agency);
        case "pairs" -> list(json, "/pairs", this::pair);
        default -> {
          unknownFields.add("/" + field);
          json.skipChildren();
        }
      }
    }
    if (json.nextToken() != null) {
      wrong("", "只有一个 JSON 对象", "one JSON object and nothing after it");
    }
  }

  /** Takes one element of a list. */
  private interface Element {
    void take(JsonValues.Fields fields, String pointer, int number);
  }

  private void list(JsonParser json, String pointer, Element element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      wrong(pointer, "列表 [ … ]", "a list [ … ]");
      return;
    }
    for (int number = 0; json.nextToken() != JsonToken.END_ARRAY; number++) {
      var at = pointer + "/" + number;
      if (JsonValues.read(json) instanceof JsonValues.Fields fields) {
        element.take(fields, at, number);
      } else {
        wrong(at, "对象 { … }", "an object { … }");
      }
    }
  }

  private void project(JsonValues.Fields fields, String pointer, int number) {
    party(fields, pointer, number, projects);
  }

  private void agency(JsonValues.Fields fields, String pointer, int number) {
    party(fields, pointer, number, agencies);
  }

  private void party(JsonValues.Fields fields, String pointer, int number, Read<RawParty> parties) {
    known(fields, PARTY, pointer);
    var id = text(pointer + "/id", fields.get("id"));
    var most = fields.get("maxMeetings");
    var unavailable = new TreeSet<Integer>();
    var away = fields.get("unavailable");
    if (away instanceof List<?> slotsAway) {
      for (int i = 0; i < slotsAway.size(); i++) {
        var slot = whole(pointer + "/unavailable/" + i, slotsAway.get(i));
        if (slot != null) {
          unavailable.add(slot);
        }
      }
    } else if (away != null) {
      wrong(pointer + "/unavailable", "时段的列表 [ … ]", "a list of slots [ … ]");
    }
    var cap = most == null ? null : whole(pointer + "/maxMeetings", most);
    if (id != null) {
      parties.add(new RawParty(id, cap, unavailable), number);
    }
  }

  private void pair(JsonValues.Fields fields, String pointer, int number) {
    known(fields, PAIR, pointer);
    var project = text(pointer + "/project", fields.get("project"));
    var agency = text(pointer + "/agency", fields.get("agency"));
    var value = fields.get("value");
    if (value == null) {
      missing(pointer + "/value");
    } else if (!(value instanceof BigDecimal)) {
      wrong(pointer + "/value", "数", "a number");
    }
    var lock = lock(pointer + "/locked", fields.get("locked"));
    if (project != null && agency != null) {
      pairs.add(
          new Pair(
              project,
              agency,
              value instanceof BigDecimal decimal ? decimal : BigDecimal.ZERO,
              lock),
          number);
    }
  }

  private Pair.@Nullable Lock lock(String pointer, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonValues.Fields fields)) {
      wrong(pointer, "对象 {\"slot\": …, \"table\": …}", "an object {\"slot\": …, \"table\": …}");
      return null;
    }
    known(fields, LOCK, pointer);
    var slot = whole(pointer + "/slot", fields.get("slot"));
    var table = fields.get("table");
    var at = table == null ? null : whole(pointer + "/table", table);
    return slot == null ? null : new Pair.Lock(slot, at);
  }

  private void known(JsonValues.Fields fields, Set<String> names, String pointer) {
    fields.names().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> unknownFields.add(pointer + "/" + name));
  }

  private @Nullable String text(String pointer, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    if (value == null) {
      missing(pointer);
    } else {
      wrong(pointer, "不为空的文字 \"…\"", "a text \"…\" that is not empty");
    }
    return null;
  }

  private int count(String pointer, @Nullable Object value) {
    var count = whole(pointer, value);
    return count == null ? 0 : count;
  }

  private @Nullable Integer whole(String pointer, @Nullable Object value) {
    if (value instanceof BigDecimal number && JsonValues.isWhole(number)) {
      return number.intValueExact();
    }
    if (value == null) {
      missing(pointer);
    } else {
      wrong(pointer, "整数", "a whole number");
    }
    return null;
  }

  private void missing(String pointer) {
    mistakes.add(new Mistake(pointer, "missing", "缺少这一项，请补上", "this is missing: add it"));
  }

  private void wrong(String pointer, String wanted, String english) {
    mistakes.add(
        new Mistake(
            pointer,
            "wrong-type",
            "这里应是%s，请改正".formatted(wanted),
            "this must be %s: correct it".formatted(english)));
  }
}
