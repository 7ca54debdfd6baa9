package duijie.sheets;

import duijie.agencies.Agency;
import duijie.matching.Ranking;
import duijie.projects.Project;
import java.time.LocalDate;
import java.util.List;

/**
 * What the matchmaking workbook shows.
 *
 * @param projects each with its ranked agencies, in the order of the sheet
 * @param agencies the whole directory, in the order of the sheet
 * @param ruleBook the version of the rule book
 * @param asOf the reference date
 * @param contacts whether contact persons and phones are shown
 * @param states whether each record's state is shown, since some may be finished; records of files
 *     have none of their own
 */
public record MatchmakingBook(
    List<Matched> projects,
    List<Agency> agencies,
    String ruleBook,
    LocalDate asOf,
    boolean contacts,
    boolean states) {

  public MatchmakingBook {
    projects = List.copyOf(projects);
    agencies = List.copyOf(agencies);
  }

  /** A project with the agencies proposed for it. */
  public record Matched(Project project, Ranking<Agency> ranking) {}
}
