package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds and explains matches: filters by the index, scores everything that is left by the rule
 * book, ranks. It knows the agencies and projects that were put in and keeps what the rules read of
 * them ready.
 */
public interface Matching extends Records {

  /** Records for this matching that are not in use yet: none, and this index to find them by. */
  Records beside(CandidateIndex empty);

  /** Takes these records, which were put in beside, in place of all those in use. */
  void replaceBy(Records beside);

  /** The book in force. */
  RuleBook ruleBook();

  /** Takes another book from now on. */
  void use(RuleBook book);

  /**
   * The agencies that suit a project best, at most {@code top}. The project need not be among those
   * put in.
   *
   * @param among which agencies are ranked and counted at all
   */
  Ranking<Agency> agenciesFor(
      Project project, Predicate<? super Agency> among, LocalDate asOf, int top);

  /** The best of all agencies. */
  default Ranking<Agency> agenciesFor(Project project, LocalDate asOf, int top) {
    return agenciesFor(project, agency -> true, asOf, top);
  }

  /**
   * The agencies that rules exclude from a project, in the order of credit code (blank last), then
   * name.
   *
   * @param among which agencies are told of at all
   */
  List<Exclusion<Agency>> excludedFrom(
      Project project, Predicate<? super Agency> among, LocalDate asOf);

  /** Those excluded of all agencies. */
  default List<Exclusion<Agency>> excludedFrom(Project project, LocalDate asOf) {
    return excludedFrom(project, agency -> true, asOf);
  }

  /**
   * The projects that suit an agency best, at most {@code top}.
   *
   * @param among which projects are ranked and counted at all
   */
  Ranking<Project> projectsFor(
      Agency agency, Predicate<? super Project> among, LocalDate asOf, int top);

  /** The best of all projects. */
  default Ranking<Project> projectsFor(Agency agency, LocalDate asOf, int top) {
    return projectsFor(agency, project -> true, asOf, top);
  }

  /**
   * The projects that rules exclude an agency from, in the order of their ids.
   *
   * @param among which projects are told of at all
   */
  List<Exclusion<Project>> excludedFor(
      Agency agency, Predicate<? super Project> among, LocalDate asOf);

  /** Those excluded of all projects. */
  default List<Exclusion<Project>> excludedFor(Agency agency, LocalDate asOf) {
    return excludedFor(agency, project -> true, asOf);
  }

  /**
   * Everything about one pair: also "差什么", the failed and unknown rules and what would turn each
   * one.
   */
  Assessment assess(Project project, Agency agency, LocalDate asOf);
}
