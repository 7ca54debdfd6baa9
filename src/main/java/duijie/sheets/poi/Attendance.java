package duijie.sheets.poi;

import duijie.calendar.WorkingCalendar;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionBook.Attendee;
import duijie.sheets.SessionSheet;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of 签到表: somebody who is to come, with room to sign. */
record Attendance(int number, Attendee attendee) {

  /** Room to sign in, in points. */
  private static final double ROW = 30;

  private static final List<SheetColumn<Attendance>> COLUMNS =
      List.of(
          new SheetColumn<>("序号", Look.COUNT, 7, Attendance::number),
          new SheetColumn<>("身份", Look.MARK, 10, row -> row.attendee.party().side().label()),
          new SheetColumn<>("单位名称", Look.TEXT, 34, row -> row.attendee.name()),
          new SheetColumn<>("项目名称", Look.TEXT, 42, row -> row.attendee.about()),
          new SheetColumn<>("首场洽谈", Look.MARK, 22, row -> row.attendee.first()),
          new SheetColumn<>("洽谈场数", Look.COUNT, 10, row -> row.attendee.talks()),
          new SheetColumn<>("签到时间", Look.TIME, 11, Attendance::time),
          new SheetColumn<>("签名", Look.TEXT, 24, row -> null),
          new SheetColumn<>("备注", Look.TEXT, 18, row -> null));

  static SheetPlan<Attendance> sheet(SessionBook book) {
    var attendees = book.attendees();
    var rows =
        IntStream.range(0, attendees.size())
            .mapToObj(i -> new Attendance(i + 1, attendees.get(i)))
            .toList();
    return new SheetPlan<>(
        SessionSheet.ARRIVALS.label(), COLUMNS, 3, true, rows, ROW, Map.of());
  }

  private @Nullable LocalTime time() {
    var at = attendee.arrivedAt();
    return at == null ? null : at.atZone(WorkingCalendar.ZONE).toLocalTime().withNano(0);
  }
}
