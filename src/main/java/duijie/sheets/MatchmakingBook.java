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

  /** A project with the agencies that no rule excludes from it. */
  public record Matched(Project project, Ranking<Agency> ranking) {

    /**
     * Those that are proposed: of whom nothing speaks for the project, there is nothing to propose.
     */
    public List<Ranking.Ranked<Agency>> proposed() {
      return ranking.matches().stream().filter(m -> m.assessment().score().signum() > 0).toList();
    }
  }
}
