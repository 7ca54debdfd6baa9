package duijie.agencies.web;

import duijie.agencies.Answers;
import duijie.agencies.Column;
import duijie.agencies.ProfileReading.Fault;
import duijie.agencies.Section;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes answers of a profile for programs, and reads them: by the names of the page's fields. */
final class AnswersJson {

  static final String ANSWERS = "answers";

  private AnswersJson() {}

  /** What programs call a section. */
  static String name(Section section) {
    return section.name().toLowerCase(Locale.ROOT);
  }

  static Map<String, Object> of(Section section, Answers answers) {
    var tree = new LinkedHashMap<String, Object>();
    for (var column : section.columns()) {
      var all = answers.all(column);
      if (!all.isEmpty()) {
        tree.put(Fields.id(column), several(column) ? all : answers.one(column));
      }
    }
    return tree;
  }

  static Answers read(Section section, Sent sent) {
    var names = section.columns().stream().collect(Collectors.toMap(Fields::id, c -> c));
    var answers = new EnumMap<Column, List<String>>(Column.class);
    sent.texts(ANSWERS, names.keySet())
        .forEach(
            (name, texts) -> {
              var column = names.get(name);
              if (column != null) {
                answers.put(column, typed(column, texts, sent));
              }
            });
    return new Answers(answers);
  }

  private static List<String> typed(Column column, List<String> texts, Sent sent) {
    if (several(column)) {
      return texts.stream().map(String::strip).sorted().toList();
    }
    if (Fields.kind(column) == FieldView.Kind.TEXT) {
      return List.of(String.join("\n", texts).strip());
    }
    if (texts.size() > 1) {
      sent.refuse(pointer(column), "one-value", "这里只能有一个值。");
    }
    return texts.stream().limit(1).map(String::strip).toList();
  }

  private static boolean several(Column column) {
    return Fields.kind(column) == FieldView.Kind.SOME_OF;
  }

  static List<ApiProblem.Fault> faults(List<Fault> faults) {
    return faults.stream()
        .map(f -> new ApiProblem.Fault(pointer(f.column()), "not-accepted", f.sentence()))
        .toList();
  }

  private static String pointer(Column column) {
    return "/" + ANSWERS + "/" + Fields.id(column);
  }
}
