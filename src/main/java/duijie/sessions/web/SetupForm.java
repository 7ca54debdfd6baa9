package duijie.sessions.web;

import duijie.pages.Form;
import duijie.sessions.BookingMode;
import duijie.sessions.Setup;
import duijie.sessions.SetupReading;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The fields of a session's setup, as they are sent and as they are filled in beforehand. */
final class SetupForm {

  static final List<Integer> BLOCKS =
      IntStream.rangeClosed(1, SetupReading.MOST_BLOCKS).boxed().toList();

  private static final List<String> FIELDS =
      List.of(
          "name",
          "place",
          "day",
          "tables",
          "talk",
          "pause",
          "per-project",
          "per-agency",
          "booking",
          "top",
          "minimum",
          "newcomers");

  private SetupForm() {}

  /** What was typed. */
  static Map<String, String> typed(Form form) {
    var typed = new LinkedHashMap<String, String>();
    FIELDS.forEach(field -> typed.put(field, form.text(field)));
    for (int number : BLOCKS) {
      for (var part : List.of("name", "begins", "slots")) {
        var field = "block-" + number + "-" + part;
        typed.put(field, form.text(field));
      }
    }
    return typed;
  }

  /** A setup as it would be typed. */
  static Map<String, String> typed(Setup setup) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("name", setup.name());
    typed.put("place", setup.place());
    typed.put("day", setup.day().toString());
    typed.put("tables", "" + setup.tables());
    typed.put("talk", "" + setup.talkMinutes());
    typed.put("pause", "" + setup.breakMinutes());
    typed.put("per-project", "" + setup.perProject());
    typed.put("per-agency", "" + setup.perAgency());
    typed.put("booking", setup.booking().name());
    typed.put("top", "" + setup.rule().top());
    typed.put("minimum", setup.rule().minimumScore().toPlainString());
    typed.put("newcomers", "" + setup.rule().newcomers());
    for (int i = 0; i < setup.blocks().size(); i++) {
      var block = setup.blocks().get(i);
      var prefix = "block-" + (i + 1) + "-";
      typed.put(prefix + "name", block.name());
      typed.put(prefix + "begins", block.begins().toString());
      typed.put(prefix + "slots", "" + block.slots());
    }
    return typed;
  }

  /** What usual sessions are like: eight minutes a talk, a morning and an afternoon. */
  static Map<String, String> usual(LocalDate today) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("day", today.plusMonths(1).toString());
    typed.put("tables", "20");
    typed.put("talk", "8");
    typed.put("pause", "2");
    typed.put("per-project", "8");
    typed.put("per-agency", "8");
    typed.put("booking", BookingMode.HYBRID.name());
    typed.put("top", "10");
    typed.put("minimum", "60");
    typed.put("newcomers", "1");
    typed.put("block-1-name", "上午场");
    typed.put("block-1-begins", "09:30");
    typed.put("block-1-slots", "8");
    return typed;
  }
}
