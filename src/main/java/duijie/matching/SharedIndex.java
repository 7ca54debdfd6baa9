package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A search index beside the service, which outlives it and which several servers share. It comes in
 * generations: one is in use, and another may be filled beside it and then take its place. Every
 * call may throw {@link IndexUnavailable}.
 */
public interface SharedIndex extends AutoCloseable {

  /**
   * The generation in use, whichever that is by then. It is only read: putting in and taking out
   * does nothing here, because whoever keeps the generations does that.
   */
  CandidateIndex inUse();

  /** What tells it from the indexes of other sites. */
  String name();

  /** The generation in use, where there is one already. */
  Optional<Generation> current();

  /** A new generation, empty and not in use. */
  Generation begin();

  /** Takes this generation into use in place of the one before, in one step. */
  void use(Generation generation);

  /** Removes all generations but the one in use. */
  void removeOthers();

  /**
   * Has the servers try once more what they have given up, such as to open an index for which there
   * was no room. Nothing happens where the site may not ask for that.
   */
  void retry();

  @Override
  void close();

  /** Everything that is indexed, as it was made at one time. */
  interface Generation {

    /** Tells it from all others, also those of other sites. */
    String name();

    /** Its agencies. */
    Store<Agency.Id, Agency> agencies();

    /** Its projects. */
    Store<Project.Id, Project> projects();
  }

  /**
   * The agencies, or the projects, of a generation. Each is written with a revision: a write never
   * changes what was written with a higher one, however late it arrives.
   */
  interface Store<I, T> {

    /**
     * Makes the index tell of these ids what the records say: those of them without a record are
     * taken out. It is seen by every call that begins after this one returned.
     */
    void write(Map<I, Long> revisions, Collection<T> records);

    /** What is in it, with the revisions. */
    Map<I, Long> revisions();
  }
}
