package duijie.calendar;

import java.time.LocalDate;

/**
 * Why a deadline may not be earlier.
 *
 * @param period the period that asks for it
 * @param begins the day from which it runs
 * @param ends its last day
 */
public record Reason(StatutoryPeriod period, LocalDate begins, Answer<LocalDate> ends) {

  /** The reason in one sentence. */
  public String sentence() {
    var counted =
        switch (ends) {
          case Answer.Known<LocalDate>(LocalDate day) -> begins + "起算（当日不计），最早" + day + "截止";
          case Answer.Unpublished<LocalDate>(int year) ->
              begins + "起算（当日不计），要数到" + year + "年，该年的放假安排尚未载入";
        };
    return period.text() + "（" + period.source() + "）：" + counted + "。";
  }
}
