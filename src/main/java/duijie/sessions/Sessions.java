package duijie.sessions;

import duijie.accounts.Organisation;
import duijie.projects.Project;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sessions of a data folder, and which projects each lists. */
public interface Sessions {

  Optional<Session> find(Session.Id id);

  /** The same; nobody else changes it before the transaction ends. */
  Optional<Session> lock(Session.Id id);

  /** Those of these ids that exist, the latest day first. */
  List<Session> findAll(Collection<Session.Id> ids);

  /** All of an organisation, the latest day first. */
  List<Session> of(Organisation.Id owner);

  /**
   * Adds a session.
   *
   * @return false where there is one of this id
   */
  boolean add(Session session);

  /**
   * Puts it in the place of the version before.
   *
   * @return false where that is not the one stored any more
   */
  boolean replace(Session session);

  /** Those that list any of these projects, the latest day first. */
  List<Session> listing(Collection<Project.Id> projects);

  /** The projects that it lists, in the order of their ids. */
  Set<Project.Id> projects(Session.Id session);

  /** Lists these projects too. */
  void list(Session.Id session, Collection<Project.Id> projects);

  /** Lists these projects no more. */
  void unlist(Session.Id session, Collection<Project.Id> projects);
}
