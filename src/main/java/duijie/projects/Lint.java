package duijie.projects;

import java.time.LocalDate;
import java.util.List;

/** Looks through a project before it is published 发布前检查. */
public interface Lint {

  /**
   * Every doubtful clause of the draft: the blocking ones first, then in the order in which one
   * reads the draft.
   *
   * @param on the day of publishing: whose rules are in force, and from when periods run where the
   *     draft names no day
   */
  List<Remark> inspect(Draft draft, LocalDate on);

  /** All rules in the order of their file. */
  List<LintRule> rules();

  /** What tells one set of rules from another. */
  String version();
}
