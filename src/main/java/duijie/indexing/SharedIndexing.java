package duijie.indexing;

import duijie.agencies.Agencies;
import duijie.indexing.IndexQueue.First;
import duijie.indexing.IndexQueue.Waiting;
import duijie.indexing.IndexQueue.Wish;
import duijie.matching.SharedIndex;
import duijie.matching.SharedIndex.Generation;
import duijie.projects.Projects;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a shared index true to the database. Each generation of it has a part of the queue, which
 * all servers work off together and which waits while none is there. Every call may throw {@link
 * duijie.matching.IndexUnavailable}; what was to be done then stays in the queue.
 */
public final class SharedIndexing {

  /** How many changes are taken at a time. */
  private static final int BATCH = 1000;

  /** How many of the newest are taken first: they do not wait until a long import is indexed. */
  private static final int EXPRESS = 100;

  /** How many of those that have waited longest are taken then. */
  private static final int REGULAR = 400;

  private static final Waiting NOTHING = new Waiting(0, 0, Duration.ZERO);

  private final SharedIndex index;
  private final IndexQueue queue;
  private final Revisions revisions;
  private final Agencies agencies;
  private final Projects projects;
  private final String server = UUID.randomUUID().toString();

  private volatile @Nullable Generation current;

  public SharedIndexing(
      SharedIndex index,
      IndexQueue queue,
      Revisions revisions,
      Agencies agencies,
      Projects projects) {
    this.index = index;
    this.queue = queue;
    this.revisions = revisions;
    this.agencies = agencies;
    this.projects = projects;
  }

  /**
   * Indexes what has changed.
   *
   * @return how many changes were taken; 0 when there is nothing to do for now
   */
  public int update() {
    var generation = current;
    if (generation == null) {
      return 0;
    }
    var work = into(generation);
    int taken = queue.take(generation.name(), First.NEWEST, EXPRESS, work);
    return taken < EXPRESS
        ? taken
        : taken + queue.take(generation.name(), First.OLDEST, REGULAR, work);
  }

  /**
   * Sees which generation is in use, tells the queue that it is there, and learns whether another
   * is to be built.
   */
  public boolean toBeRebuilt() {
    var inUse = index.current().orElse(null);
    current = inUse;
    return inUse == null || queue.keep(inUse.name()) != Wish.NOTHING;
  }

  /**
   * Builds a new generation beside the one in use, which goes on being updated, and then takes it
   * into use. Of several servers one does it.
   *
   * @return whether it was this one
   */
  public boolean rebuild() {
    if (!queue.reserve(index.name(), server)) {
      return false;
    }
    try {
      if (toBeRebuilt()) {
        build();
      }
      return true;
    } finally {
      queue.release(index.name(), server);
    }
  }

  private void build() {
    var old = current;
    index.removeOthers(); // what is left of builds that came to no end
    var fresh = index.begin();
    boolean inUse = false;
    queue.open(fresh.name());
    try {
      catchUp(fresh);
      index.use(fresh);
      inUse = true;
      current = fresh;
    } finally {
      if (!inUse) {
        queue.close(fresh.name());
      }
    }
    if (old != null) {
      queue.close(old.name());
    }
    index.removeOthers();
  }

  /** Has the servers try once more what they have given up. */
  public void retry() {
    index.retry();
  }

  /** What waits to be indexed. */
  public Waiting waiting() {
    var generation = current;
    return generation == null ? NOTHING : queue.waiting(generation.name());
  }

  /** Works off what is queued; what is queued meanwhile is left to the updates. */
  private void catchUp(Generation generation) {
    var work = into(generation);
    while (queue.take(generation.name(), First.OLDEST, BATCH, work) == BATCH) {
      if (!queue.reserve(index.name(), server)) {
        throw new IllegalStateException("another server builds the index, this one was too slow");
      }
      var unused = queue.keep(generation.name());
    }
  }

  private IndexQueue.Work into(Generation generation) {
    return (agencyIds, projectIds) -> {
      // The revisions first: what is read then is at least as new.
      if (!agencyIds.isEmpty()) {
        var counted = revisions.ofAgencies(agencyIds);
        generation.agencies().write(counted, agencies.findAll(agencyIds));
      }
      if (!projectIds.isEmpty()) {
        var counted = revisions.ofProjects(projectIds);
        generation.projects().write(counted, projects.findAll(projectIds));
      }
    };
  }
}
