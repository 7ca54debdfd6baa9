package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;

/**
 * The search index, derived from the records and rebuilt from them at any time. It proposes
 * candidates and finds records for the site's lists; it never scores a match.
 */
public interface CandidateIndex extends AutoCloseable {

  /** The agencies in it. */
  Candidates<Agency.Id, Agency> agencies();

  /** The projects in it. */
  Candidates<Project.Id, Project> projects();

  /** Whether it answers slowly for now, because what makes it fast is away. */
  default boolean slow() {
    return false;
  }

  /** Takes everything out. */
  void clear();

  @Override
  void close();
}
