package duijie.interests.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a buyer says something to the agencies that it invites.
 *
 * @param id the project's
 * @param name the project's
 * @param href the project's page
 * @param choices the agencies that were chosen
 * @param obstacle why nobody can be invited now, or null
 * @param words what was typed
 * @param problems why nobody was invited
 */
public record InvitePage(
    String id,
    String name,
    String href,
    List<Choice> choices,
    @Nullable String obstacle,
    String words,
    List<String> problems) {

  /** Whether there is anybody left to invite. */
  public boolean any() {
    return choices.stream().anyMatch(choice -> choice.invitedOn() == null);
  }

  /**
   * An agency.
   *
   * @param invitedOn the day on which it was invited before, or null
   * @param member whether somebody of it has an account, and so gets the message
   * @param phone where it is called, or null where that is not known
   */
  public record Choice(
      String id, String name, @Nullable String invitedOn, boolean member, @Nullable String phone) {}
}
