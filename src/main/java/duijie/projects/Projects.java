package duijie.projects;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The projects of a data folder. */
public interface Projects {

  Optional<Project> find(Project.Id id);

  /** Those of the given ids that exist, in the order of the ids. */
  List<Project> findAll(Collection<Project.Id> ids);

  long count();

  /** The sum of the known budgets of the projects in these states, and how many they are. */
  default Budgets budgets(Set<Project.State> states) {
    try (var all = stream()) {
      return all.filter(project -> states.contains(project.state()))
          .map(Project::budget)
          .filter(Objects::nonNull)
          .map(budget -> new Budgets(1, budget.yuan()))
          .reduce(Budgets.NONE, Budgets::plus);
    }
  }

  /** All of them in the order of their ids; the caller closes the stream. */
  Stream<Project> stream();

  /** Stores them in one transaction, replacing those of the same ids. */
  void saveAll(Collection<Project> projects);

  /**
   * Budgets added up.
   *
   * @param known how many projects have a known budget
   * @param yuan their sum
   */
  record Budgets(long known, BigDecimal yuan) {

    public static final Budgets NONE = new Budgets(0, BigDecimal.ZERO);

    Budgets plus(Budgets other) {
      return new Budgets(known + other.known, yuan.add(other.yuan));
    }
  }
}
