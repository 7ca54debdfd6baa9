package duijie.sessions.web;

import duijie.sessions.SessionReport;
import java.util.List;

/**
 * What a session came to, before its organizer.
 *
 * @param path the session's address
 * @param groups by what it is counted
 */
public record ReportPage(String path, SessionReport report, List<Group> groups) {

  /**
   * What is counted by something.
   *
   * @param id of the heading on the page
   */
  public record Group(String name, String id, List<SessionReport.Line> lines) {}
}
