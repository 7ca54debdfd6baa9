package duijie.sessions;

import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What waits for somebody after sessions. */
public interface Waiting {

  /** Of how many talks of each session that has ended an agency has recorded nothing. */
  Map<Session.Id, Integer> unrecorded(Agency.Id agency, LocalDate since);

  /** Of how many talks about these projects their buyers have recorded nothing. */
  Map<Session.Id, Integer> unrecorded(Collection<Project.Id> projects, LocalDate since);

  /**
   * The intents of an agency whose last day is past, or of which nobody has said whether a contract
   * was signed though it is time.
   */
  List<Intent> overdue(Agency.Id agency, LocalDate today);

  /** The same of those about these projects. */
  List<Intent> overdue(Collection<Project.Id> projects, LocalDate today);

  /** The same of those that the sessions of an organizer left. */
  List<Intent> overdue(Organisation.Id organizer, LocalDate today);
}
