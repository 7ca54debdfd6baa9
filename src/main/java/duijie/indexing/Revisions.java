package duijie.indexing;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Collection;
import java.util.Map;

/**
 * How often records were changed, in the order in which the changes came to hold; a deletion is a
 * change, too.
 *
 * <p>Whoever reads the revisions first and the records then has records that are at least as new as
 * their revisions say.
 */
public interface Revisions {

  /** Of each of these; 0 for what there never was. */
  Map<Agency.Id, Long> ofAgencies(Collection<Agency.Id> ids);

  /** Of each of these; 0 for what there never was. */
  Map<Project.Id, Long> ofProjects(Collection<Project.Id> ids);
}
