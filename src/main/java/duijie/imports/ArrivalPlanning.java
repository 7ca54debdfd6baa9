package duijie.imports;

import duijie.calendar.WorkingCalendar;
import duijie.sessions.Absences.Party;
import duijie.sessions.CheckIn;
import duijie.sessions.Side;
import duijie.sheets.ArrivalColumn;
import duijie.sheets.ArrivalRow;
import duijie.sheets.ProblemCode;
import duijie.sheets.Row;
import duijie.sheets.SessionBook.Attendee;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what each row of 签到表 would do. */
final class ArrivalPlanning {

  private final SessionStand stand;
  private final CheckIn checkIn;
  private final PlanProblems problems;
  private final Map<Party, Integer> rowsByParty = new HashMap<>();

  ArrivalPlanning(SessionStand stand, CheckIn checkIn, PlanProblems problems) {
    this.stand = stand;
    this.checkIn = checkIn;
    this.problems = problems;
  }

  Plan.Step<SessionChange> step(Row<ArrivalRow> row) {
    var says = row.value();
    var attendee = attendee(row);
    if (attendee == null) {
      return refused(row, says.name());
    }
    var name = name(attendee);
    if (says.unreadable()) {
      return refused(row, name);
    }
    var came = attendee.time();
    var stored = came == null ? "" : came.toString();
    var typed = says.time().equals(ArrivalRow.CAME) ? marked(stored) : says.time();
    var merge = says.absent() ? CellMerge.SAME : CellMerge.of(says.trace(), 0, typed, stored);
    return switch (merge) {
      case SAME -> step(row, Effect.UNCHANGED, name, List.of(), null);
      case CLEARED -> {
        say(row, ProblemCode.CLEARED_CELL, "清空了，平台上的签到时间“" + stored + "”不变。确实没有到的，请在签到的页面上取消签到。");
        yield step(row, Effect.UNCHANGED, name, List.of(), null);
      }
      case CHANGED, CONFLICTING -> came(row, attendee, name, stored, typed, merge);
    };
  }

  /**
   * Who came at a time that nobody wrote down is noted with the first turn, now before it, or as
   * stored.
   */
  private String marked(String stored) {
    if (!stored.isEmpty()) {
      return stored;
    }
    var first = stand.session().setup().slots().getFirst().begins();
    var now = LocalDateTime.ofInstant(stand.now(), WorkingCalendar.ZONE);
    return now.isBefore(stand.session().setup().day().atTime(first))
        ? now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()
        : first.toString();
  }

  private Plan.Step<SessionChange> came(
      Row<ArrivalRow> row,
      Attendee attendee,
      String name,
      String stored,
      String typed,
      CellMerge merge) {
    var at = at(typed);
    var obstacle =
        checkIn
            .shutToSheets(stand.session())
            .or(
                () ->
                    at.isAfter(stand.now())
                        ? Optional.of("填的是 " + typed + "，还没有到这个时间。")
                        : Optional.empty());
    if (obstacle.isPresent()) {
      say(row, ProblemCode.NOT_NOW, obstacle.get());
      return refused(row, name);
    }
    boolean others = merge == CellMerge.CONFLICTING;
    var label = ArrivalColumn.TIME.label() + (others ? "（导出以后平台上改过）" : "");
    var effect = others ? Effect.CONFLICTING : stored.isEmpty() ? Effect.NEW : Effect.CHANGED;
    return step(
        row,
        effect,
        name,
        List.of(new Difference(label, stored, typed)),
        new SessionChange.Came(attendee.party(), at));
  }

  private Instant at(String time) {
    return stand
        .session()
        .setup()
        .day()
        .atTime(LocalTime.parse(time))
        .atZone(WorkingCalendar.ZONE)
        .toInstant();
  }

  /** Whom a row is about, if it is about anybody who is to come. */
  private @Nullable Attendee attendee(Row<ArrivalRow> row) {
    var says = row.value();
    var trace = says.trace();
    if (trace != null && !trace.session().equals(stand.session().id().value())) {
      return none(row, ProblemCode.OTHER_SESSION, "这一行是另一场对接会的，不能导入到这一场。请在那一场对接会的页面上上传。");
    }
    var known = trace == null ? named(says) : party(trace.key());
    if (known.isEmpty()) {
      return none(
          row, ProblemCode.UNKNOWN_ATTENDEE, "“" + says.name() + "”不在应到名单上。临时到场的机构，请在签到的页面上登记。");
    }
    var attendee = known.get();
    if (OutcomePlanning.differs(says.name(), attendee.name())
        || OutcomePlanning.differs(says.project(), attendee.about())) {
      return none(
          row, ProblemCode.SHIFTED_ROW, "这一行导出时是“" + name(attendee) + "”。也许排序时只排了几列。请对照最新的签到表改正。");
    }
    var earlier = rowsByParty.putIfAbsent(attendee.party(), row.number());
    return earlier == null
        ? attendee
        : none(row, ProblemCode.SAME_MEETING, "和第 " + earlier + " 行是同一家单位。请合成一行。");
  }

  private Optional<Attendee> party(String key) {
    return stand.attendees().stream()
        .filter(a -> key.equals(a.party().side() + " " + a.party().id()))
        .findFirst();
  }

  /** Where the row has lost what it remembers, the only one of these names. */
  private Optional<Attendee> named(ArrivalRow says) {
    var alike =
        stand.attendees().stream()
            .filter(a -> !OutcomePlanning.differs(says.name(), a.name()))
            .filter(a -> !says.name().isEmpty())
            .filter(
                a ->
                    a.party().side() == Side.BUYER
                        ? !OutcomePlanning.differs(says.project(), a.about())
                        : says.project().isEmpty())
            .toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private @Nullable Attendee none(Row<ArrivalRow> row, ProblemCode code, String sentence) {
    problems.add(row.number(), code, sentence);
    return null;
  }

  private void say(Row<ArrivalRow> row, ProblemCode code, String sentence) {
    var label = ArrivalColumn.TIME.label();
    problems.add(
        row.number(),
        label,
        code,
        label + "（" + problems.cell(row.number(), label) + "）" + sentence);
  }

  private static String name(Attendee attendee) {
    return attendee.about().isEmpty()
        ? attendee.name()
        : attendee.name() + " — " + attendee.about();
  }

  private static Plan.Step<SessionChange> step(
      Row<ArrivalRow> row,
      Effect effect,
      String name,
      List<Difference> differences,
      @Nullable SessionChange change) {
    var line = new Line(row.number(), effect, name, null, differences, false);
    return new Plan.Step<>(line, null, change);
  }

  private static Plan.Step<SessionChange> refused(Row<ArrivalRow> row, String name) {
    return step(row, Effect.REFUSED, name, List.of(), null);
  }
}
