package duijie.sessions;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who asked whom for a talk. */
public interface Requests {

  Optional<MeetingRequest> find(Session.Id session, Project.Id project, Agency.Id agency);

  /** All of a session, in the order in which they were made. */
  List<MeetingRequest> of(Session.Id session);

  /** Those of an agency at a session. */
  List<MeetingRequest> of(Session.Id session, Agency.Id agency);

  /** Those about these projects at a session. */
  List<MeetingRequest> about(Session.Id session, Collection<Project.Id> projects);

  /** Whatever has not been answered by now expires. */
  void expire(Session.Id session, Instant at);

  /** Stores a request in the place of an earlier one of the same project and agency. */
  void put(MeetingRequest request);
}
