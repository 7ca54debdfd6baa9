package duijie.projects;

import duijie.accounts.Organisation;
import java.util.List;
import java.util.Optional;

/** The questions of a data folder. */
public interface Questions {

  Optional<Question> find(Question.Id id);

  /** Those about a project, the first asked first. */
  List<Question> about(Project.Id project);

  /** Those that an organisation asked, the last asked first. */
  List<Question> askedBy(Organisation.Id asker);

  /**
   * Those about the projects of an organisation: what waits for an answer first, the oldest first.
   */
  List<Question> askedOf(Organisation.Id owner);

  /** Adds it, unless it is there already: a form that is sent twice asks once. */
  void add(Question question);

  /**
   * Stores what follows from the version before it.
   *
   * @return whether it was stored; not where somebody else was quicker
   */
  boolean replace(Question question);
}
