package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Collection;
import java.util.List;

/** Agencies and projects among which matches are found. */
public interface Records {

  /** Puts agencies in, replacing those of the same ids. */
  void putAgencies(List<Agency> agencies);

  /** Puts projects in, replacing those of the same ids. */
  void putProjects(List<Project> projects);

  /** Takes agencies out; unknown ids are nothing. */
  void removeAgencies(Collection<Agency.Id> ids);

  /** Takes projects out; unknown ids are nothing. */
  void removeProjects(Collection<Project.Id> ids);
}
