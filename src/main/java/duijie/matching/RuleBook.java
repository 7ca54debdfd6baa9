package duijie.matching;

import duijie.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;

/** A loaded, checked and compiled rule book. Immutable; one instance serves all threads. */
public interface RuleBook {

  /** SHA-256 of its files in name order, lower-case hexadecimal. */
  String version();

  /**
   * Reads what these rules use of projects and agencies, by the book's own vocabulary. The facts
   * handed to the methods below must come from here.
   */
  Facts facts();

  /** The vocabulary of its folder: sheets, facts and texts must be read with it. */
  Vocabulary vocabulary();

  /** The eligibility rules in the order of the book. */
  List<Rule.Eligibility> eligibility();

  /** The criteria in the order of the book; their weights sum to 100. */
  List<Rule.Criterion> criteria();

  /** The verdict of each eligibility rule, in the order of the book. */
  Verdict[] verdicts(ProjectFacts project, AgencyFacts agency, LocalDate asOf);

  /**
   * The value of each criterion, 0 to 1, in the order of the book; {@link Double#NaN} where it is
   * unknown.
   */
  double[] values(ProjectFacts project, AgencyFacts agency, LocalDate asOf);

  /** Everything the book says of the pair, with sentences. */
  Assessment assess(ProjectFacts project, AgencyFacts agency, LocalDate asOf);

  /**
   * The failed rules alone, each with its sentence; empty where the pair is eligible. Cheaper than
   * {@link #assess}.
   */
  List<Finding> failures(ProjectFacts project, AgencyFacts agency, LocalDate asOf);

  /** The rules as this project sees agencies: what depends on it alone is worked out once. */
  Judge<AgencyFacts> judge(ProjectFacts project, LocalDate asOf);

  /** The rules as this agency sees projects: what depends on it alone is worked out once. */
  Judge<ProjectFacts> judge(AgencyFacts agency, LocalDate asOf);
}
