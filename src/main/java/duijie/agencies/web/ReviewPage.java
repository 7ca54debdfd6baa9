package duijie.agencies.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency before the bureau: what it declares, and what holds.
 *
 * @param action where the decision goes
 * @param number 受理编号 of what is looked at, or null where nothing waits
 * @param verified since when the facts in force are verified, or null
 * @param returned when the bureau last returned it, or null where it did not
 * @param inForce whether older facts hold until this is passed
 * @param attachments the id of the section under which the certificates stand
 * @param credentials what the agency hands in now
 * @param twins others of the same credit code
 * @param steps what the head may do about its standing; none for others
 * @param elsewhere who minds its standing, told to a head who does not; else null
 */
public record ReviewPage(
    String name,
    String state,
    String tone,
    String action,
    @Nullable String number,
    @Nullable String since,
    @Nullable String verified,
    @Nullable String returned,
    boolean inForce,
    List<Part> parts,
    String attachments,
    List<CredentialView> credentials,
    List<String> twins,
    List<Option> steps,
    @Nullable String elsewhere,
    String standing,
    String standingReason,
    List<Problem> problems) {

  /**
   * A section with the reason for returning it, as far as it was typed.
   *
   * @param earlier why it was returned before, the newest first
   */
  public record Part(
      String id, String label, List<CheckPage.Line> lines, List<Earlier> earlier, String reason) {}

  /** Why a section was returned before. */
  public record Earlier(String when, String by, String reason) {}

  /** A step that can be taken. */
  public record Option(String value, String label) {}
}
