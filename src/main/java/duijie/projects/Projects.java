package duijie.projects;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The projects of a data folder. */
public interface Projects {

  Optional<Project> find(Project.Id id);

  /** Those whose ids differ from this one in upper and lower case at most, in order. */
  List<Project> alike(Project.Id id);

  /** Whether no project has the id; nobody else asks so of it before the transaction ends. */
  boolean free(Project.Id id);

  /** The project of this id; nobody else changes it before the transaction ends. */
  Optional<Project> lock(Project.Id id);

  /** Those of the given ids that exist, in the order of the ids. */
  List<Project> findAll(Collection<Project.Id> ids);

  long count();

  /** All of them in the order of their ids; the caller closes the stream. */
  Stream<Project> stream();

  /** Stores them in one transaction, replacing those of the same ids. */
  void saveAll(Collection<Project> projects);
}
