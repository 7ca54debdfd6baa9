package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule that the index can decide in part: what its tests drop, the rule certainly fails.
 *
 * @param rule the rule's id
 * @param expression the expression that the tests were made for
 * @param ofAgencies what agencies must satisfy for a project
 * @param ofProjects what projects must satisfy for an agency
 */
record FilterRule(
    String rule, String expression, Tests<Project> ofAgencies, Tests<Agency> ofProjects) {

  /**
   * Makes clauses: each is a list of tests one of which must hold.
   *
   * @param <T> what partners are looked for
   */
  interface Tests<T> {
    Stream<List<Filter.Test>> tests(Asked<T> asked);
  }

  /** For what, on which date, and in which words partners are looked for. */
  record Asked<T>(T subject, LocalDate asOf, Vocabulary vocabulary) {}
}
