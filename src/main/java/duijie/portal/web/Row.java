package duijie.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record in a list.
 *
 * @param href its page
 * @param title its name
 * @param demonstration whether it is made up
 * @param state where it stands
 * @param tone how the state is coloured
 * @param meta short facts in a line
 * @param tags its service fields
 * @param figure what stands at the right, or null
 * @param figureLabel what that is
 */
public record Row(
    String href,
    String title,
    boolean demonstration,
    String state,
    Tone tone,
    List<String> meta,
    List<String> tags,
    @Nullable String figure,
    String figureLabel) {

  /** What a colour says; the words beside it say it too. */
  public enum Tone {
    OPEN,
    DONE,
    STOPPED;

    /** The class in the style sheet. */
    public String css() {
      return switch (this) {
        case OPEN -> "state-open";
        case DONE -> "state-done";
        case STOPPED -> "state-stopped";
      };
    }
  }
}
