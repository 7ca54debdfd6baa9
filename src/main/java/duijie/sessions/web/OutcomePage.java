package duijie.sessions.web;

import duijie.agencies.web.Filled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of what came of a talk.
 *
 * @param path the session's address
 * @param meta when and where they talked
 * @param mark what counts
 * @param said who recorded what so far
 * @param shut why it cannot be recorded now, or null
 * @param version of what the same recorded before; 0 where nothing was
 * @param overtaken whether somebody of the same side recorded something else meanwhile
 * @param next whether there are further talks to record
 */
public record OutcomePage(
    String path,
    String name,
    boolean organizing,
    String project,
    String projectName,
    String agency,
    String agencyName,
    String meta,
    String mark,
    boolean disputed,
    List<Said> said,
    @Nullable String shut,
    int version,
    List<OutcomesPage.Choice> kinds,
    Filled form,
    boolean overtaken,
    boolean next) {

  /** What somebody recorded, and when. */
  public record Said(String who, String at, List<SessionPage.Fact> facts) {}
}
