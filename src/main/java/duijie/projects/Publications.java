package duijie.projects;

import duijie.accounts.Organisation;
import java.util.List;
import java.util.Optional;

/** The publications of a data folder. */
public interface Publications {

  Optional<Publication> find(Publication.Id id);

  /** Those of an organisation, the last changed first. */
  List<Publication> of(Organisation.Id owner);

  /** How many of an organisation stand there. */
  int count(Organisation.Id owner, Publication.Stage stage);

  /** What is being written for a published project, not yet published nor given up. */
  Optional<Publication> openFor(Project.Id project);

  /**
   * Adds it, unless it is there already, or another is being written for the same project: a form
   * that is sent twice makes one.
   *
   * @return whether it was added
   */
  boolean add(Publication publication);

  /**
   * Stores what follows from the version before it.
   *
   * @return whether it was stored; not where somebody else was quicker
   */
  boolean replace(Publication publication);

  /** A project number that was never given before: {@code P2026-0007}. */
  Project.Id number(int year);
}
