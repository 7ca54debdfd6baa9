package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.shared.CreditCode;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How agencies, or projects, are told apart, read and put in order.
 *
 * @param <I> their ids
 * @param <T> the records
 * @param <F> what the rules read of them
 * @param id the id of a record
 * @param read reads what the rules need
 * @param record the record that was read
 * @param order the order of those that score alike; no two are equal in it
 */
record Kind<I, T, F>(
    Function<T, I> id, BiFunction<Facts, T, F> read, Function<F, T> record, Comparator<F> order) {

  /** In the order of credit code, blank last, then name; by id where even these are the same. */
  static final Kind<Agency.Id, Agency, AgencyFacts> AGENCIES =
      new Kind<>(
          Agency::id,
          Facts::of,
          AgencyFacts::agency,
          Comparator.comparing(
              AgencyFacts::agency,
              Comparator.comparing(
                      Agency::creditCode,
                      Comparator.nullsLast(Comparator.<CreditCode>naturalOrder()))
                  .thenComparing(Agency::name)
                  .thenComparing(Agency::id)));

  /** In the order of their ids. */
  static final Kind<Project.Id, Project, ProjectFacts> PROJECTS =
      new Kind<>(
          Project::id,
          Facts::of,
          ProjectFacts::project,
          Comparator.comparing(facts -> facts.project().id()));
}
