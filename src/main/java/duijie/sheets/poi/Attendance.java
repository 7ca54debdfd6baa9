package duijie.sheets.poi;

import duijie.sheets.ArrivalColumn;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionBook.Attendee;
import duijie.sheets.SessionSheet;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of 签到表: somebody who is to come, with room to sign. */
record Attendance(int number, Attendee attendee) {

  /** Room to sign in, in points. */
  private static final double ROW = 30;

  private static List<SheetColumn<Attendance>> columns(UUID session) {
    return List.of(
        column(ArrivalColumn.NUMBER, Look.COUNT, 7, Attendance::number),
        column(ArrivalColumn.SIDE, Look.MARK, 10, row -> row.attendee.party().side().label()),
        column(ArrivalColumn.NAME, Look.TEXT, 34, row -> row.attendee.name()),
        column(ArrivalColumn.PROJECT, Look.TEXT, 42, row -> row.attendee.about()),
        column(ArrivalColumn.FIRST, Look.MARK, 22, row -> row.attendee.first()),
        column(ArrivalColumn.TALKS, Look.COUNT, 10, row -> row.attendee.talks()),
        column(ArrivalColumn.TIME, Look.TIME, 11, Attendance::time),
        column(ArrivalColumn.SIGNATURE, Look.TEXT, 24, row -> null),
        column(ArrivalColumn.REMARK, Look.TEXT, 18, row -> null),
        column(
            ArrivalColumn.TRACE,
            Look.HIDDEN,
            SheetColumn.HIDDEN,
            row -> row.attendee.trace(session).written()));
  }

  private static SheetColumn<Attendance> column(
      ArrivalColumn column,
      Look look,
      double width,
      Function<Attendance, ? extends @Nullable Object> value) {
    return new SheetColumn<>(column.label(), look, width, value);
  }

  static SheetPlan<Attendance> sheet(SessionBook book) {
    var attendees = book.attendees();
    var rows =
        IntStream.range(0, attendees.size())
            .mapToObj(i -> new Attendance(i + 1, attendees.get(i)))
            .toList();
    return new SheetPlan<>(
        SessionSheet.ARRIVALS.label(),
        columns(book.session().id().value()),
        3,
        true,
        rows,
        ROW,
        Map.of());
  }

  private @Nullable LocalTime time() {
    return attendee.time();
  }
}
