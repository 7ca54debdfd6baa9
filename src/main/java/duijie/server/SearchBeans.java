package duijie.server;

import duijie.agencies.Agencies;
import duijie.indexing.IndexQueue;
import duijie.indexing.Revisions;
import duijie.indexing.SharedIndexing;
import duijie.matching.CurrentIndex;
import duijie.matching.SearchCluster;
import duijie.matching.SharedIndex;
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

/** The search index, for the container: embedded, or on search servers where some are named. */
@Factory
final class SearchBeans {

  /** The index on search servers, where some are named. */
  record Shared(@Nullable SharedIndex index) implements AutoCloseable {

    @Override
    public void close() {
      if (index != null) {
        index.close();
      }
    }
  }

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
      Environment environment, TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    return new Shared(
        servers(environment)
            .map(cluster -> Adapters.index(cluster, analysis, regions, vocabulary))
            .orElse(null));
  }

  @Bean(preDestroy = "close")
  @Singleton
  CurrentIndex index(Shared shared, TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    var servers = shared.index();
    return new CurrentIndex(
        servers == null ? () -> Adapters.index(analysis, regions, vocabulary) : servers::inUse);
  }

  @Singleton
  SearchEngine engine(
      Shared shared, IndexQueue queue, Revisions revisions, Agencies agencies, Projects projects) {
    var servers = shared.index();
    return new SearchEngine(
        servers == null ? null : new SharedIndexing(servers, queue, revisions, agencies, projects));
  }
}
