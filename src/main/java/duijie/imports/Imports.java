package duijie.imports;

import duijie.accounts.Organisation;
import duijie.audit.Caller;
import duijie.sessions.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The imports of a data folder, and the queue of those with work to do. */
public interface Imports {

  Optional<Import> find(Import.Id id);

  /** Those of an organisation, the newest first. */
  List<Import> of(Organisation.Id owner, Import.Kind kind, int skip, int limit);

  int count(Organisation.Id owner, Import.Kind kind);

  /** Those of the sheets of a session, the newest first. */
  List<Import> of(Session.Id session, int skip, int limit);

  int count(Session.Id session);

  /**
   * Adds one that is to be read, unless it is there already.
   *
   * @param by whom the audit trail names
   * @return whether it was added
   */
  boolean add(
      Import.Id id,
      Import.Kind kind,
      Organisation.Id owner,
      Session.@Nullable Id session,
      Import.File file,
      String uploadedBy,
      Caller by);

  /**
   * Has what is previewed imported.
   *
   * @param version of the preview that was looked at
   * @return whether it was taken; not where it stands somewhere else by now
   */
  boolean confirm(Import.Id id, int version, boolean overwrites, String confirmedBy, Caller by);

  /**
   * Gives it up, where that can still be done.
   *
   * @return whether it was given up
   */
  boolean cancel(Import.Id id);

  /**
   * Has the oldest piece of work done that nobody else is at, in one transaction: it is the work's
   * own, and leaves the queue with it.
   *
   * @return whether there was any
   */
  boolean next(Consumer<Import.Id> work);

  /**
   * Notes in a transaction of its own that the work at hand is begun, once more.
   *
   * @return empty where there is nothing to do any more
   */
  Optional<Import> begin(Import.Id id);

  /** Notes in a transaction of its own how far the work at hand is. */
  void progress(Import.Id id, int done, int total);

  /**
   * Notes what came of the work at hand.
   *
   * @return whether it was noted; not where it was given up meanwhile
   */
  boolean came(Import.Id id, Import.State to, Import.Tally tally, @Nullable String sentence);

  /** Notes in a transaction of its own that the work was given up, and takes it off the queue. */
  void failed(Import.Id id, String sentence);

  /** Whom the audit trail names: who uploaded it, later who confirmed it. */
  Caller caller(Import.Id id);
}
