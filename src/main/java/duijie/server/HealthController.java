package duijie.server;

import duijie.pages.ForAnybody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever watches the service whether it can do its work. */
@Controller("/health")
@ForAnybody
@ExecuteOn(TaskExecutors.BLOCKING)
class HealthController {

  private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);

  private final FolderRecord folder;
  private final IndexKeeper index;
  private final SearchEngine engine;

  HealthController(FolderRecord folder, IndexKeeper index, SearchEngine engine) {
    this.folder = folder;
    this.index = index;
    this.engine = engine;
  }

  /**
   * 200 when the database answers, 503 otherwise. An index that is behind is told of and changes
   * nothing of that: the pages are there.
   */
  @Get(produces = MediaType.TEXT_PLAIN)
  HttpResponse<String> health() {
    try {
      folder.demonstration();
      return HttpResponse.ok("ok\n" + index.complaint() + engine.complaint());
    } catch (RuntimeException e) {
      LOG.error("the database does not answer", e);
      return HttpResponse.<String>status(HttpStatus.SERVICE_UNAVAILABLE).body("unavailable\n");
    }
  }
}
