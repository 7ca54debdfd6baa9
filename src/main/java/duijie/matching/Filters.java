package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.LocalDate;
import java.util.List;

/** Derives filters from the rules in force. */
final class Filters {

  Filters(RuleBook book) {
    book.eligibility();
  }

  Filter agenciesFor(Project project, LocalDate asOf) {
    return new Filter(List.of());
  }

  Filter projectsFor(Agency agency, LocalDate asOf) {
    return new Filter(List.of());
  }
}
