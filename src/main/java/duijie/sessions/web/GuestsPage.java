package duijie.sessions.web;

import duijie.pages.Problem;
import duijie.sessions.InvitationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to a session.
 *
 * @param inviting whether anybody can be asked now
 * @param rule by which others are proposed
 * @param counts how many stand where
 * @param guests those who are asked
 * @param candidates those whom the rule proposes and who are not asked
 * @param query what agencies are looked for by, by name
 * @param found agencies of that name
 */
public record GuestsPage(
    String path,
    String name,
    boolean inviting,
    @Nullable String obstacle,
    InvitationRule rule,
    List<Count> counts,
    List<Row> guests,
    List<Candidate> candidates,
    String query,
    List<Candidate> found,
    List<Problem> problems) {

  /** Whether agencies may still say whether they come. */
  public boolean answering() {
    return inviting;
  }

  /** Whether anybody stands by who can be asked now. */
  public boolean anyStandby() {
    return inviting && guests.stream().anyMatch(Row::standby);
  }

  /** How many stand there. */
  public record Count(String label, long number) {}

  /**
   * Somebody who is asked.
   *
   * @param member whether anybody of the agency can read messages
   */
  public record Row(
      String id,
      String name,
      String href,
      String origin,
      String standing,
      boolean standby,
      boolean coming,
      boolean declined,
      String note,
      String since,
      boolean member,
      @Nullable String phone) {}

  /**
   * Somebody who could be asked.
   *
   * @param why the projects that it stands high for, a line each
   */
  public record Candidate(
      String id, String name, String href, String origin, boolean newcomer, List<String> why) {}
}
