package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.Candidates;
import duijie.matching.IndexUnavailable;
import duijie.matching.IndexedRecords;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
import duijie.projects.Project;
import duijie.vocabulary.TextAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generations of indexes on the servers. A generation {@code duijie-7} is an index for each kind,
 * {@code duijie-agencies-7} and {@code duijie-projects-7}; the names {@code duijie-agencies} and
 * {@code duijie-projects} stand for those in use.
 */
final class ElasticsearchIndex implements SharedIndex {

  private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchIndex.class);

  private static final int NOT_FOUND = 404;

  /**
   * For so long an index remembers what was taken out of it: longer than a write can be on its way
   * to it.
   */
  private static final String REMEMBERED = "1h";

  private final Connection connection;
  private final SearchCluster cluster;
  private final TextAnalysis analysis;
  private final IndexedKind<Agency.Id, Agency> agencies;
  private final IndexedKind<Project.Id, Project> projects;
  private final Pattern number;

  ElasticsearchIndex(SearchCluster cluster, IndexedRecords records, TextAnalysis analysis) {
    this.connection = new Connection(cluster);
    this.cluster = cluster;
    this.analysis = analysis;
    agencies = IndexedKind.agencies(records);
    projects = IndexedKind.projects(records);
    number =
        Pattern.compile(
            Pattern.quote(cluster.name())
                + "-(?:"
                + agencies.word()
                + "|"
                + projects.word()
                + ")-(\\d{1,9})");
  }

  @Override
  public String name() {
    return cluster.name();
  }

  @Override
  public CandidateIndex inUse() {
    return new InUse(candidates(agencies), candidates(projects));
  }

  @Override
  public Optional<SharedIndex.Generation> current() {
    return numbersInUse().stream().max(Comparator.naturalOrder()).map(this::numbered);
  }

  @Override
  public SharedIndex.Generation begin() {
    int next = numbers().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
    create(agencies, next);
    create(projects, next);
    return numbered(next);
  }

  @Override
  public void use(SharedIndex.Generation generation) {
    int used = ((Numbered) generation).number();
    var actions = new ArrayList<Action>();
    for (var kind : List.of(agencies, projects)) {
      var alias = alias(kind);
      actions.add(
          Action.of(a -> a.remove(r -> r.index(alias + "-*").alias(alias).mustExist(false))));
      actions.add(Action.of(a -> a.add(add -> add.index(index(kind, used)).alias(alias))));
    }
    var unused =
        connection.ask(
            Connection.CHANGE,
            client -> client.indices().updateAliases(update -> update.actions(actions)));
  }

  @Override
  public void removeOthers() {
    var inUse = numbersInUse();
    for (int other : numbers()) {
      if (!inUse.contains(other)) {
        var names = Stream.of(agencies, projects).map(kind -> index(kind, other)).toList();
        var unused =
            connection.ask(
                Connection.CHANGE,
                client -> client.indices().delete(d -> d.index(names).ignoreUnavailable(true)));
      }
    }
  }

  @Override
  public void retry() {
    try {
      var unused =
          connection.ask(
              Connection.QUESTION, client -> client.cluster().reroute(r -> r.retryFailed(true)));
    } catch (IndexUnavailable refused) {
      LOG.debug("the servers do not try again what they have given up", refused);
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  private <I, T> Candidates<I, T> candidates(IndexedKind<I, T> kind) {
    return new IndexCandidates<>(new Reading(connection, alias(kind)), kind.idFrom(), analysis);
  }

  private SharedIndex.Generation numbered(int number) {
    return new Numbered(
        number,
        cluster.name() + "-" + number,
        new IndexStore<>(connection, written(agencies, number), agencies),
        new IndexStore<>(connection, written(projects, number), projects));
  }

  private void create(IndexedKind<?, ?> kind, int generation) {
    var settings =
        IndexSettings.of(
            index ->
                index
                    .numberOfShards(Integer.toString(cluster.shards()))
                    .numberOfReplicas(Integer.toString(cluster.replicas()))
                    .gcDeletes(time -> time.time(REMEMBERED)));
    var unused =
        connection.ask(
            Connection.CHANGE,
            client ->
                client
                    .indices()
                    .create(
                        create ->
                            create
                                .index(index(kind, generation))
                                .settings(settings)
                                .mappings(Fields.mapping(kind.fields()))
                                .aliases(
                                    written(kind, generation), alias -> alias.isHidden(true))));
  }

  /** All generations that the servers have. */
  private Set<Integer> numbers() {
    return numbers(names(cluster.name() + "-*").keySet());
  }

  private Set<Integer> numbersInUse() {
    try {
      var inUse =
          connection.ask(
              Connection.QUESTION,
              client ->
                  client
                      .indices()
                      .getAlias(g -> g.name(List.of(alias(agencies), alias(projects)))));
      return numbers(inUse.result().keySet());
    } catch (ElasticsearchException refusal) {
      if (refusal.status() == NOT_FOUND) {
        return Set.of();
      }
      throw refusal;
    }
  }

  private Map<String, ?> names(String pattern) {
    return connection
        .ask(
            Connection.QUESTION,
            client -> client.indices().getAlias(g -> g.index(pattern).ignoreUnavailable(true)))
        .result();
  }

  private Set<Integer> numbers(Set<String> indexes) {
    var numbers = new TreeSet<Integer>();
    for (var index : indexes) {
      var match = number.matcher(index);
      if (match.matches()) {
        numbers.add(Integer.parseInt(match.group(1)));
      }
    }
    return numbers;
  }

  private String alias(IndexedKind<?, ?> kind) {
    return cluster.name() + "-" + kind.word();
  }

  private String index(IndexedKind<?, ?> kind, int generation) {
    return alias(kind) + "-" + generation;
  }

  /**
   * Under another name it is written to. Who writes to one that is gone must not make it anew:
   * other names may have capital letters, those of indexes may not.
   */
  private String written(IndexedKind<?, ?> kind, int generation) {
    return cluster.name() + "-WRITE-" + kind.word() + "-" + generation;
  }

  private record Numbered(
      int number,
      String name,
      SharedIndex.Store<Agency.Id, Agency> agencies,
      SharedIndex.Store<Project.Id, Project> projects)
      implements SharedIndex.Generation {}

  private record InUse(
      Candidates<Agency.Id, Agency> agencies, Candidates<Project.Id, Project> projects)
      implements CandidateIndex {

    @Override
    public void clear() {
      // The shared index is written to by whoever keeps it.
    }

    @Override
    public void close() {
      // It goes on when this server ends.
    }
  }
}
