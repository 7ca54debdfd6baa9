package duijie.imports;

import duijie.sessions.Findings;
import duijie.sessions.FindingsReading;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.Recorder;
import duijie.sessions.Recording;
import duijie.sessions.TalkResult;
import duijie.sheets.OutcomeCells;
import duijie.sheets.OutcomeColumn;
import duijie.sheets.OutcomeRow;
import duijie.sheets.ProblemCode;
import duijie.sheets.Row;
import duijie.sheets.SessionBook.Talk;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what each row of 意向台账 would do. */
final class OutcomePlanning {

  /** The columns that can be filled in, in the order of {@link OutcomeCells#all}. */
  private static final List<OutcomeColumn> COLUMNS =
      List.of(
          OutcomeColumn.KIND,
          OutcomeColumn.AMOUNT,
          OutcomeColumn.TODO,
          OutcomeColumn.WHO,
          OutcomeColumn.UNTIL);

  /** The fields of {@link FindingsReading}, in the same order. */
  private static final List<String> FIELDS = List.of("kind", "amount", "todo", "who", "until");

  private static final int AMOUNT = 1;
  private static final Pattern NUMBER = Pattern.compile("(?:DJ)?[-—–]?0*(\\d{1,6})");

  private final SessionStand stand;
  private final Recording recording;
  private final PlanProblems problems;
  private final Map<String, Integer> rowsByNumber = new HashMap<>();

  OutcomePlanning(SessionStand stand, Recording recording, PlanProblems problems) {
    this.stand = stand;
    this.recording = recording;
    this.problems = problems;
  }

  Plan.Step<SessionChange> step(Row<OutcomeRow> row) {
    var says = row.value();
    var talk = talk(row);
    if (talk == null) {
      return refused(row, says.number());
    }
    var name = name(talk);
    if (says.unreadable().stream().anyMatch(COLUMNS::contains)) {
      return refused(row, name);
    }
    var stored = OutcomeCells.of(talk.verdict());
    var merged = new Merged(stored, says);
    cleared(row, merged, stored);
    if (merged.differences.isEmpty()) {
      var line = line(row, Effect.UNCHANGED, name, List.of());
      return new Plan.Step<>(line, null, null);
    }
    var findings = findings(row, talk, merged);
    if (findings == null) {
      return refused(row, name);
    }
    var effect =
        merged.conflict
            ? Effect.CONFLICTING
            : stored.equals(OutcomeCells.EMPTY) ? Effect.NEW : Effect.CHANGED;
    int version = stand.versions().getOrDefault(talk.key(), 0);
    return new Plan.Step<>(
        line(row, effect, name, merged.differences),
        null,
        new SessionChange.Recorded(talk.key(), version, findings));
  }

  /** What the cells of a row come to, one by one. */
  private static final class Merged {

    private final List<String> values = new ArrayList<>();
    private final List<OutcomeColumn> cleared = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private boolean conflict;

    Merged(OutcomeCells stored, OutcomeRow row) {
      var typed = row.cells().all();
      for (int i = 0; i < typed.size(); i++) {
        var column = COLUMNS.get(i);
        var before = stored.all().get(i);
        var merge =
            row.absent().contains(column)
                ? CellMerge.SAME
                : CellMerge.of(row.trace(), i, typed.get(i), before);
        boolean taken = merge == CellMerge.CHANGED || merge == CellMerge.CONFLICTING;
        values.add(taken ? typed.get(i) : before);
        if (taken) {
          boolean others = merge == CellMerge.CONFLICTING;
          conflict |= others;
          var label = column.label() + (others ? "（导出以后平台上改过）" : "");
          differences.add(new Difference(label, before, typed.get(i)));
        } else if (merge == CellMerge.CLEARED) {
          cleared.add(column);
        }
      }
      amountGoes(stored);
    }

    /** Without an intent there is no amount: where the cell was emptied too, it goes. */
    private void amountGoes(OutcomeCells stored) {
      boolean intended =
          Arrays.stream(TalkResult.Kind.values())
              .anyMatch(kind -> kind.label().equals(values.getFirst()) && kind.intended());
      if (!intended && cleared.remove(OutcomeColumn.AMOUNT)) {
        values.set(AMOUNT, "");
        differences.add(new Difference(OutcomeColumn.AMOUNT.label(), stored.amount(), ""));
      }
    }
  }

  /** The talk that a row is about, if it is about one. */
  private @Nullable Talk talk(Row<OutcomeRow> row) {
    var says = row.value();
    var trace = says.trace();
    var number = number(says.number());
    if (trace != null && !trace.session().equals(stand.session().id().value())) {
      return none(row, ProblemCode.OTHER_SESSION, "是另一场对接会的洽谈，不能导入到这一场。请在那一场对接会的页面上上传。");
    }
    var talk = stand.talks().get(number);
    if (talk == null) {
      return none(
          row,
          ProblemCode.UNKNOWN_MEETING,
          "填的是“" + says.number() + "”，这场对接会没有这个编号的洽谈。请对照最新的意向台账改正。");
    }
    if (trace != null && !trace.key().equals(number)) {
      return none(
          row,
          ProblemCode.SHIFTED_ROW,
          "填的是“%s”，而这一行导出时是“%s”。也许排序时只排了几列。请对照最新的意向台账改正。".formatted(says.number(), trace.key()));
    }
    if (differs(says.project(), talk.project().name())
        || differs(says.agency(), talk.agency().name())) {
      return none(
          row,
          ProblemCode.SHIFTED_ROW,
          "%s是“%s”和“%s”的洽谈，和这一行的项目、机构不一样。请对照最新的意向台账改正。"
              .formatted(number, talk.project().name(), talk.agency().name()));
    }
    var earlier = rowsByNumber.putIfAbsent(number, row.number());
    if (earlier != null) {
      return none(row, ProblemCode.SAME_MEETING, "和第 " + earlier + " 行的编号相同。请合成一行。");
    }
    return talk;
  }

  private @Nullable Talk none(Row<OutcomeRow> row, ProblemCode code, String sentence) {
    problems.add(
        row.number(),
        code,
        OutcomeColumn.NUMBER.label() + at(row, OutcomeColumn.NUMBER) + sentence);
    return null;
  }

  private String at(Row<?> row, OutcomeColumn column) {
    return "（" + problems.cell(row.number(), column.label()) + "）";
  }

  /** A number as papers show it; what is none stays as it is. */
  private static String number(String typed) {
    var compact = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    var parts = NUMBER.matcher(compact.toUpperCase(Locale.ROOT));
    return parts.matches() ? MeetingNumbers.written(Integer.parseInt(parts.group(1))) : typed;
  }

  /** Whether a cell that says something says something else. */
  static boolean differs(String typed, String name) {
    return !typed.isEmpty() && !bare(typed).equals(bare(name));
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cc}\\p{Cf}]", "");
  }

  private void cleared(Row<OutcomeRow> row, Merged merged, OutcomeCells stored) {
    for (var column : merged.cleared) {
      var before = stored.all().get(COLUMNS.indexOf(column));
      if (!before.isEmpty()) {
        problems.add(
            row.number(),
            column.label(),
            ProblemCode.CLEARED_CELL,
            "%s%s清空了，平台上的“%s”不变。确实要删去的，请在洽谈结果的页面上改。"
                .formatted(column.label(), at(row, column), before));
      }
    }
  }

  /** What would be recorded; null where it cannot be, and why has been said. */
  private @Nullable Findings findings(Row<OutcomeRow> row, Talk talk, Merged merged) {
    var meeting = stand.meetings().get(talk.key());
    var shut =
        meeting == null
            ? Optional.of("时刻表里没有这场洽谈了。")
            : recording.shut(stand.session(), meeting, Recorder.ORGANIZER);
    if (shut.isPresent()) {
      problems.add(row.number(), ProblemCode.NOT_NOW, shut.get());
      return null;
    }
    var typed = new HashMap<String, String>();
    for (int i = 0; i < FIELDS.size(); i++) {
      typed.put(FIELDS.get(i), merged.values.get(i));
    }
    return switch (FindingsReading.read(typed, stand.session().setup().day())) {
      case FindingsReading.Outcome.Understood(var findings) -> findings;
      case FindingsReading.Outcome.Faulty(var faults) -> {
        for (var fault : faults) {
          var column = COLUMNS.get(FIELDS.indexOf(fault.field()));
          problems.add(
              row.number(),
              column.label(),
              ProblemCode.UNUSABLE_OUTCOME,
              column.label() + at(row, column) + "：" + fault.sentence());
        }
        yield null;
      }
    };
  }

  private static String name(Talk talk) {
    return "%s　%s — %s".formatted(talk.number(), talk.project().name(), talk.agency().name());
  }

  private static Line line(
      Row<OutcomeRow> row, Effect effect, String name, List<Difference> differences) {
    return new Line(row.number(), effect, name, null, differences, false);
  }

  private static Plan.Step<SessionChange> refused(Row<OutcomeRow> row, String name) {
    return new Plan.Step<>(line(row, Effect.REFUSED, name, List.of()), null, null);
  }
}
