package duijie.matching

import java.util.concurrent.atomic.AtomicLong
import java.util.function.Function

/** A shared index to which whoever puts in and takes out writes at once, with a revision of its own for each call. */
class KeptCandidates<I, T> implements Candidates<I, T> {

  private static final AtomicLong REVISION = new AtomicLong()

  @Delegate Candidates<I, T> read
  private final SharedIndex.Store<I, T> written
  private final Function<T, I> idOf

  private KeptCandidates(Candidates<I, T> read, SharedIndex.Store<I, T> written, Function<T, I> idOf) {
    this.read = read
    this.written = written
    this.idOf = idOf
  }

  /** An empty generation, in use. */
  static CandidateIndex newGeneration(SharedIndex shared) {
    def generation = shared.begin()
    shared.use(generation)
    shared.removeOthers()
    def agencies = new KeptCandidates(shared.inUse().agencies(), generation.agencies(), { it.id() })
    def projects = new KeptCandidates(shared.inUse().projects(), generation.projects(), { it.id() })
    [agencies: { agencies }, projects: { projects }, clear: { [agencies, projects]*.clear() }, close: {}] as CandidateIndex
  }

  @Override
  void put(Collection<T> records) {
    def last = records.collectEntries { [idOf.apply(it), it] }
    def revision = REVISION.incrementAndGet()
    written.write(last.collectEntries { [it.key, revision] }, last.values())
  }

  @Override
  void remove(Collection<I> ids) {
    def revision = REVISION.incrementAndGet()
    written.write(ids.collectEntries { [it, revision] }, [])
  }

  void clear() {
    remove(written.revisions().keySet())
  }
}
