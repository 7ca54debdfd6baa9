package duijie.interests;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invitations of a data folder: of an agency to a project there is at most one. */
public interface Invitations {

  Optional<Invitation> find(Project.Id project, Agency.Id agency);

  /** Those to a project, the first invited first. */
  List<Invitation> to(Project.Id project);

  /** Those of an agency, the last invited first. */
  List<Invitation> of(Agency.Id agency);

  /** How many there are to each of these projects that has any. */
  Map<Project.Id, Integer> count(Collection<Project.Id> projects);

  /** Adds it; there must be none of this agency to this project. */
  void add(Invitation invitation);
}
