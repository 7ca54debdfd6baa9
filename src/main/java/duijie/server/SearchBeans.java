package duijie.server;

import duijie.agencies.Agencies;
import duijie.indexing.IndexQueue;
import duijie.indexing.Revisions;
import duijie.indexing.SharedIndexing;
import duijie.matching.CurrentIndex;
import duijie.matching.IndexUnavailable;
import duijie.matching.PlainIndex;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
import duijie.matching.WatchedIndex;
import duijie.projects.Projects;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The search index, for the container: embedded, or on search servers where some are named. */
@Factory
final class SearchBeans {

  private static final Logger LOG = LoggerFactory.getLogger(SearchEngine.class);

  /** The index on search servers, where some are named. */
  record Shared(@Nullable Servers servers) implements AutoCloseable {

    @Override
    public void close() {
      if (servers != null) {
        servers.index().close();
      }
    }
  }

  /**
   * The index on search servers.
   *
   * @param watched answers from it as long as it can
   */
  record Servers(SharedIndex index, WatchedIndex watched) {}

  /**
   * What the environment says of search servers.
   *
   * @throws duijie.database.CannotStart with a sentence for each variable that makes no sense
   */
  static Optional<SearchCluster> servers(PropertyResolver given) {
    return SearchServers.of(
        variable ->
            given
                .getProperty(variable.toLowerCase(Locale.ROOT).replace('_', '.'), String.class)
                .orElse(null));
  }

  @Bean(preDestroy = "close")
  @Singleton
  Shared shared(
      Environment environment,
      TextAnalysis analysis,
      Regions regions,
      Vocabulary vocabulary,
      Agencies agencies,
      Projects projects) {
    var cluster = servers(environment);
    if (cluster.isEmpty()) {
      return new Shared(null);
    }
    var index = Adapters.index(cluster.get(), analysis, regions, vocabulary);
    var instead = new PlainIndex(agencies::stream, projects::stream, analysis, regions, vocabulary);
    return new Shared(
        new Servers(index, new WatchedIndex(index.inUse(), instead, SearchBeans::told)));
  }

  private static void told(IndexUnavailable reason) {
    LOG.warn("the search servers leave a question unanswered; the database answers", reason);
  }

  @Bean(preDestroy = "close")
  @Singleton
  CurrentIndex index(Shared shared, TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    var servers = shared.servers();
    return new CurrentIndex(
        servers == null ? () -> Adapters.index(analysis, regions, vocabulary) : servers::watched);
  }

  @Singleton
  SearchEngine engine(
      Shared shared, IndexQueue queue, Revisions revisions, Agencies agencies, Projects projects) {
    var servers = shared.servers();
    return new SearchEngine(
        servers == null
            ? null
            : new SearchEngine.Kept(
                new SharedIndexing(servers.index(), queue, revisions, agencies, projects),
                servers.watched()));
  }
}
