package duijie.projects;

import java.util.List;
import java.util.Optional;

/** The notices of a data folder; they are added and read, never changed. */
public interface Notices {

  /** The notices of a project, the first one first. */
  List<Notice> of(Project.Id project);

  Optional<Notice> find(Notice.Id id);

  /** The notice that a publication became, if it was published. */
  Optional<Notice> of(Publication.Id publication);

  void add(Notice notice);
}
