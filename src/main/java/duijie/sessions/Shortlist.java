package duijie.sessions;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.math.BigDecimal;
import java.util.List;

/**
 * The agencies that the rule of a session proposes to invite 邀请建议.
 *
 * @param candidates by how many projects propose them, then by their best score, then by name
 */
public record Shortlist(List<Candidate> candidates) {

  public Shortlist {
    candidates = List.copyOf(candidates);
  }

  /**
   * An agency that is proposed.
   *
   * @param origin by its rank, if it is among the best of any project; else as a newcomer
   * @param newcomer whether it is new or small
   * @param reasons the projects that propose it, the best rank first
   */
  public record Candidate(
      Agency agency, Guest.Origin origin, boolean newcomer, List<Reason> reasons) {

    public Candidate {
      reasons = List.copyOf(reasons);
    }
  }

  /** Where it stands in the ranking of a project. */
  public record Reason(Project project, int rank, BigDecimal score) {}
}
