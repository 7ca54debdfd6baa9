package duijie.server;

import duijie.agencies.Agencies;
import duijie.matching.Matching;
import duijie.projects.Projects;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts everything from the database into matching and its index. */
@Singleton
class IndexBuild {

  private static final Logger LOG = LoggerFactory.getLogger(IndexBuild.class);
  private static final int BATCH = 1000;

  private final Matching matching;
  private final Projects projects;
  private final Agencies agencies;

  IndexBuild(Matching matching, Projects projects, Agencies agencies) {
    this.matching = matching;
    this.projects = projects;
    this.agencies = agencies;
  }

  void run() {
    LOG.info("building the index");
    int indexedAgencies = inBatches(agencies.stream(), matching::putAgencies);
    int indexedProjects = inBatches(projects.stream(), matching::putProjects);
    LOG.info("indexed {} agencies and {} projects", indexedAgencies, indexedProjects);
  }

  private static <T> int inBatches(Stream<T> all, Consumer<List<T>> put) {
    int count = 0;
    try (all) {
      var batch = new ArrayList<T>(BATCH);
      for (var iterator = all.iterator(); iterator.hasNext(); ) {
        batch.add(iterator.next());
        if (batch.size() == BATCH || !iterator.hasNext()) {
          put.accept(List.copyOf(batch));
          count += batch.size();
          batch.clear();
        }
      }
    }
    return count;
  }
}
