package duijie.interests;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The interests of a data folder: of an agency in a project there is at most one. */
public interface Interests {

  Optional<Interest> find(Project.Id project, Agency.Id agency);

  /** Those in a project, the first declared first. */
  List<Interest> in(Project.Id project);

  /** Those of an agency, the last declared first. */
  List<Interest> of(Agency.Id agency);

  /** How many there are in each of these projects that has any. */
  Map<Project.Id, Integer> count(Collection<Project.Id> projects);

  /** Adds it; there must be none of this agency in this project. */
  void add(Interest interest);

  void remove(Interest interest);
}
