package duijie.matching

import duijie.agencies.Agency
import duijie.projects.Project
import java.util.function.Function

/** No index: what there is stands in a table of records. */
class PlainIndexSpec extends CandidateIndexContract {

  @Override
  CandidateIndex emptyIndex() {
    def agencies = Collections.synchronizedMap(new HashMap<Agency.Id, Agency>())
    def projects = Collections.synchronizedMap(new HashMap<Project.Id, Project>())
    def plain = new PlainIndex({ List.copyOf(agencies.values()).stream() }, { List.copyOf(projects.values()).stream() }, analysis, regions, vocabulary)
    def kept = [agencies: new Table(plain.agencies(), agencies, { it.id() }), projects: new Table(plain.projects(), projects, { it.id() })]
    [agencies: { kept.agencies }, projects: { kept.projects }, clear: { [agencies, projects]*.clear() }, close: {}] as CandidateIndex
  }

  static class Table<I, T> implements Candidates<I, T> {

    @Delegate Candidates<I, T> read
    private final Map<I, T> records
    private final Function<T, I> idOf

    Table(Candidates<I, T> read, Map<I, T> records, Function<T, I> idOf) {
      this.read = read
      this.records = records
      this.idOf = idOf
    }

    @Override
    void put(Collection<T> added) {
      added.each { records[idOf.apply(it)] = it }
    }

    @Override
    void remove(Collection<I> ids) {
      records.keySet().removeAll(ids)
    }
  }
}
