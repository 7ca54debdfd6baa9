package duijie.portal.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a project says of interests and invitations to whoever may see them.
 *
 * @param own for the people of an agency, or null
 * @param declared for the people of the buyer: which agencies are interested; null for all others
 * @param inviting for the people of the buyer while agencies can be invited, or null
 */
public record InterestView(
    @Nullable Own own, @Nullable List<Declared> declared, @Nullable Inviting inviting) {

  /**
   * Where the own agency says that it is interested.
   *
   * @param on the day on which it did, or null
   * @param invitedOn the day on which it was invited, or null
   * @param words what the buyer said with that
   */
  public record Own(String href, @Nullable String on, @Nullable String invitedOn, String words) {}

  /**
   * An agency that is interested.
   *
   * @param score its score, to two decimals
   * @param failed how many conditions it certainly fails
   * @param checked whether the bureau has checked its facts
   * @param note what it says; may be empty
   * @param at when, to the minute
   */
  public record Declared(
      String href,
      String name,
      boolean demonstration,
      String score,
      int failed,
      boolean checked,
      String note,
      String at) {}

  /**
   * What is to be known for choosing whom to invite.
   *
   * @param project the project's id
   * @param invited on which day which agency was invited, by its id
   * @param interested the ids of the agencies that are interested
   * @param open whether any can be invited now
   */
  public record Inviting(
      String project, Map<String, String> invited, Set<String> interested, boolean open) {}
}
