package duijie.projects;

/**
 * Whoever is to be told what happens to projects; told within the transaction in which it happens.
 */
public interface ProjectNews {

  /**
   * A notice was published.
   *
   * @param project as it stands now
   */
  void announced(Notice notice, Project project);

  /** An agency asked something. */
  void asked(Question question, Project project);

  /** A question was answered, or its answer corrected. */
  void answered(Question question, Project project);
}
