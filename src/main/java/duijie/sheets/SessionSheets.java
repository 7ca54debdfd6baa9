package duijie.sheets;

import java.util.List;

/**
 * The sheets of a session as they came back filled in.
 *
 * @param arrivals 签到表; without rows where the file has none
 * @param outcomes 意向台账, likewise
 * @param problems of the file as a whole
 */
public record SessionSheets(
    Imported<ArrivalRow> arrivals, Imported<OutcomeRow> outcomes, List<Problem> problems) {

  public SessionSheets {
    problems = List.copyOf(problems);
  }
}
