package duijie.sessions.web;

import duijie.agencies.web.Filled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An intent with the form in which people say how it goes on.
 *
 * @param path the session's address
 * @param number 对接编号, or null
 * @param asked whether it is time to ask whether a contract was signed
 * @param overdue whether the last day to follow it up is past
 * @param steps what may become of it now; the first stands for nothing yet
 * @param notes what was done and said, the last first
 * @param overtaken whether somebody else changed it meanwhile
 */
public record IntentPage(
    String path,
    String name,
    @Nullable String number,
    String project,
    String projectName,
    String agency,
    String agencyName,
    String state,
    boolean alive,
    String kind,
    boolean asked,
    boolean overdue,
    int version,
    List<OutcomesPage.Choice> steps,
    List<Note> notes,
    Filled form,
    boolean overtaken) {

  /** What somebody did or said. */
  public record Note(String at, String who, @Nullable String step, String words) {}
}
