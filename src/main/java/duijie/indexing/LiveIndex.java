package duijie.indexing;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.indexing.IndexQueue.First;
import duijie.indexing.IndexQueue.Waiting;
import duijie.indexing.IndexQueue.Wish;
import duijie.matching.CandidateIndex;
import duijie.matching.CurrentIndex;
import duijie.matching.Matching;
import duijie.matching.Records;
import duijie.projects.Project;
import duijie.projects.Projects;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The search index in memory and its part of the queue. All that ever comes into the index comes
 * through the queue, the first build included, so there is no moment at which a change could slip
 * through in between.
 */
public final class LiveIndex {

  /** How many changes are taken at a time. */
  private static final int BATCH = 1000;

  /** How many of the newest are taken first: they do not wait until a long import is indexed. */
  private static final int EXPRESS = 100;

  /** How many of those that have waited longest are taken then. */
  private static final int REGULAR = 300;

  private final Matching matching;
  private final CurrentIndex index;
  private final Projects projects;
  private final Agencies agencies;
  private final IndexQueue queue;
  private final ReentrantLock building = new ReentrantLock();

  /** Held for a round of updates: what one has read must not come into the index that follows. */
  private final ReentrantReadWriteLock rounds = new ReentrantReadWriteLock();

  private volatile String name = newName();

  public LiveIndex(
      Matching matching,
      CurrentIndex index,
      Projects projects,
      Agencies agencies,
      IndexQueue queue) {
    this.matching = matching;
    this.index = index;
    this.projects = projects;
    this.agencies = agencies;
    this.queue = queue;
  }

  /** Fills the empty index with everything there is; to be called once, before any other. */
  public void build() {
    queue.open(name);
    catchUp(name, matching);
  }

  /**
   * Indexes what has changed.
   *
   * @return how many changes were taken; 0 when there is nothing to do for now
   */
  public int update() {
    rounds.readLock().lock();
    try {
      var work = into(matching);
      int taken = queue.take(name, First.NEWEST, EXPRESS, work);
      return taken < EXPRESS ? taken : taken + queue.take(name, First.OLDEST, REGULAR, work);
    } finally {
      rounds.readLock().unlock();
    }
  }

  /** Tells the queue that the index is there, and learns whether it is to be built anew. */
  public boolean toBeRebuilt() {
    return queue.keep(name) != Wish.NOTHING;
  }

  /**
   * Builds the index anew beside the one in use, which goes on being updated, and then puts it in
   * its place. What changes meanwhile is queued for both. One at a time.
   */
  public void rebuild() {
    building.lock();
    try {
      var fresh = index.beside();
      var records = matching.beside(fresh);
      var freshName = newName();
      boolean inUse = false;
      queue.open(freshName);
      try {
        catchUp(freshName, records);
        var old = name;
        use(records, fresh, freshName);
        inUse = true;
        queue.close(old);
      } finally {
        if (!inUse) {
          queue.close(freshName);
        }
      }
    } finally {
      building.unlock();
    }
  }

  private void use(Records records, CandidateIndex fresh, String freshName) {
    rounds.writeLock().lock();
    try {
      matching.replaceBy(records);
      index.use(fresh);
      name = freshName;
    } finally {
      rounds.writeLock().unlock();
    }
  }

  /** What waits to be indexed. */
  public Waiting waiting() {
    return queue.waiting(name);
  }

  /** Changes are not queued for it any more. */
  public void close() {
    queue.close(name);
  }

  /** Works off what is queued; what is queued meanwhile is left to the updates. */
  private void catchUp(String part, Records records) {
    var work = into(records);
    while (queue.take(part, First.OLDEST, BATCH, work) == BATCH) {
      // there is more
    }
  }

  private IndexQueue.Work into(Records records) {
    return (agencyIds, projectIds) -> {
      if (!agencyIds.isEmpty()) {
        var found = agencies.findAll(agencyIds);
        records.putAgencies(found);
        records.removeAgencies(missing(agencyIds, found, Agency::id));
      }
      if (!projectIds.isEmpty()) {
        var found = projects.findAll(projectIds);
        records.putProjects(found);
        records.removeProjects(missing(projectIds, found, Project::id));
      }
    };
  }

  private static <I, T> Set<I> missing(Set<I> ids, Collection<T> found, Function<T, I> idOf) {
    var missing = new HashSet<>(ids);
    found.forEach(record -> missing.remove(idOf.apply(record)));
    return missing;
  }

  private static String newName() {
    return "memory-" + UUID.randomUUID();
  }
}
