package duijie.indexing;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.Duration;
import java.util.Set;

/**
 * What search indexes have yet to learn. Each index has its own part of the queue, told by its
 * name; whoever changes records fills the parts of all.
 */
public interface IndexQueue {

  /** Indexes records. */
  interface Work {

    /**
     * Makes the index tell of these what the database says now: those that are not in it any more
     * are taken out.
     */
    void index(Set<Agency.Id> agencies, Set<Project.Id> projects);
  }

  /** Which changes are taken first. */
  enum First {
    OLDEST,
    NEWEST
  }

  /** What an index is to do besides. */
  enum Wish {
    NOTHING,
    /** Somebody asked to make it anew. */
    REBUILD,
    /** It was away for so long that it was forgotten, and must be made anew. */
    FORGOTTEN
  }

  /**
   * What waits.
   *
   * @param waiting how many changes, those that failed included
   * @param failing how many of them could not be indexed and are to be tried again
   * @param oldest how long the oldest that did not fail has waited; zero if none does
   */
  record Waiting(long waiting, long failing, Duration oldest) {}

  /**
   * Begins a part for a new index. When this returns, every record that there is stands in it, and
   * every change that commits from now on comes to stand in it.
   */
  void open(String index);

  /** Ends the part of an index that is not used any more. */
  void close(String index);

  /** Says that the index is there still. Those not heard of for long are forgotten meanwhile. */
  Wish keep(String index);

  /**
   * Takes changes out of the part and has them indexed. Should the index not be there for now, they
   * stay, and {@link duijie.matching.IndexUnavailable} says so; should the work fail for some
   * alone, the others are done and those are due later, the later the oftener they failed. Of two
   * that take at the same time, none does the same, and the work is done one after the other: an
   * older reading never overwrites a newer one.
   *
   * @param first which are taken first; it makes no difference to what the index tells in the end
   * @param limit how many changes at most
   * @return how many were taken, also those that failed
   */
  int take(String index, First first, int limit, Work work);

  /** What waits in the part. */
  Waiting waiting(String index);

  /**
   * Asks to be the one who builds this index anew, or to go on with it.
   *
   * @param server who asks
   * @return whether nobody else does; then it holds for two minutes, or until it is released
   */
  boolean reserve(String index, String server);

  /** Somebody else may build the index from now on. */
  void release(String index, String server);
}
