package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Collection;
import java.util.List;

/**
 * The search index, derived from the records and rebuilt from them at any time. It proposes
 * candidates and finds records for the site's lists; it never scores a match. A change is seen by
 * every call that begins after the call that made it returned.
 */
public interface CandidateIndex extends AutoCloseable {

  /** Puts these agencies in, replacing those of the same ids. */
  void putAgencies(Collection<Agency> agencies);

  /** Puts these projects in, replacing those of the same ids. */
  void putProjects(Collection<Project> projects);

  /** Takes these out; unknown ids are nothing. */
  void removeAgencies(Collection<Agency.Id> ids);

  /** Takes these out; unknown ids are nothing. */
  void removeProjects(Collection<Project.Id> ids);

  /** Takes everything out. */
  void clear();

  /** Every agency that passes all clauses, none missing, in no particular order. */
  List<Agency.Id> agencies(Filter filter);

  /** Every project that passes all clauses, none missing, in no particular order. */
  List<Project.Id> projects(Filter filter);

  /**
   * The agencies among those passing the filter whose text is nearest to these terms, at most
   * {@code limit}: for use past the cap only.
   */
  List<Agency.Id> nearestAgencies(Filter filter, List<String> terms, int limit);

  /** The same for projects. */
  List<Project.Id> nearestProjects(Filter filter, List<String> terms, int limit);

  /** One page of the list of agencies. */
  SearchPage<Agency.Id> searchAgencies(SearchQuery query);

  /** One page of the list of projects. */
  SearchPage<Project.Id> searchProjects(SearchQuery query);

  @Override
  void close();
}
