package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import duijie.matching.Condition;
import duijie.matching.Filter;
import duijie.matching.SearchCluster;
import java.util.ArrayList;
import java.util.List;

/** Elasticsearch by itself, asked as its client is used at its simplest, to measure against. */
public final class RawQuery implements AutoCloseable {

  private static final int PAGE = 10_000;

  private final Connection connection;
  private final String index;

  public RawQuery(SearchCluster cluster) {
    connection = new Connection(cluster);
    index = cluster.name() + "-agencies";
  }

  /** The documents' names of all agencies that pass, in no order of ours. */
  public List<String> passing(Filter filter) {
    var query = Queries.queryOf(Condition.of(filter));
    var found = first(query);
    return found.size() < PAGE ? found : paged(query);
  }

  private List<String> first(Query query) {
    var answer =
        connection.ask(
            Connection.QUESTION,
            client ->
                client.search(
                    search ->
                        search
                            .index(index)
                            .query(query)
                            .source(source -> source.fetch(false))
                            .size(PAGE),
                    Void.class));
    return answer.hits().hits().stream().map(Hit::id).toList();
  }

  private List<String> paged(Query query) {
    var pointInTime =
        connection
            .ask(
                Connection.QUESTION,
                client -> client.openPointInTime(o -> o.index(index).keepAlive(k -> k.time("1m"))))
            .id();
    var ids = new ArrayList<String>();
    List<FieldValue> after = List.of();
    for (int size = PAGE; size == PAGE; ) {
      var last = after;
      var hits =
          connection
              .ask(
                  Connection.QUESTION,
                  client ->
                      client.search(
                          search ->
                              (last.isEmpty() ? search : search.searchAfter(last))
                                  .pit(pit -> pit.id(pointInTime))
                                  .query(query)
                                  .source(source -> source.fetch(false))
                                  .sort(sort -> sort.field(field -> field.field("_shard_doc")))
                                  .size(PAGE),
                          Void.class))
              .hits()
              .hits();
      hits.forEach(hit -> ids.add(hit.id()));
      size = hits.size();
      after = hits.isEmpty() ? last : hits.getLast().sort();
    }
    var unused =
        connection.ask(
            Connection.QUESTION, client -> client.closePointInTime(close -> close.id(pointInTime)));
    return ids;
  }

  @Override
  public void close() {
    connection.close();
  }
}
