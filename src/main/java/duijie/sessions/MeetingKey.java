package duijie.sessions;

import duijie.agencies.Agency;
import duijie.projects.Project;

/** Who talks with whom: there is one meeting of a project and an agency at a session at most. */
public record MeetingKey(Project.Id project, Agency.Id agency) {

  /** As a timetable names them. */
  static MeetingKey of(String project, String agency) {
    return new MeetingKey(new Project.Id(project), new Agency.Id(agency));
  }
}
