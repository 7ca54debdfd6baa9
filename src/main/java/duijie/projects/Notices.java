package duijie.projects;

import duijie.accounts.Organisation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notices of a data folder; they are added and read, never changed. */
public interface Notices {

  /** The notices of a project, the first one first. */
  List<Notice> of(Project.Id project);

  Optional<Notice> find(Notice.Id id);

  /** The notice that a publication became, if it was published. */
  Optional<Notice> of(Publication.Id publication);

  /** The projects that an organisation published. */
  List<Project.Id> projectsOf(Organisation.Id owner);

  /** Who published each of these projects that was published here. */
  Map<Project.Id, Organisation.Id> owners(Collection<Project.Id> projects);

  void add(Notice notice);
}
