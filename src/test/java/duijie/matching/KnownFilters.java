package duijie.matching;

import duijie.projects.Project;
import java.time.LocalDate;

/** What matching asks an index for, to ask for the same without it. */
public final class KnownFilters {

  private final Filters filters;

  public KnownFilters(RuleBook book) {
    filters = new Filters(book);
  }

  /** What an agency must satisfy so that no rule certainly excludes it from the project. */
  public Filter agenciesFor(Project project, LocalDate asOf) {
    return filters.agenciesFor(project, asOf);
  }
}
