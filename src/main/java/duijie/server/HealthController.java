package duijie.server;

import duijie.pages.ForAnybody;
import duijie.shared.FreeSpace;
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
  private final FreeSpace space;

  HealthController(FolderRecord folder, IndexKeeper index, SearchEngine engine, FreeSpace space) {
    this.folder = folder;
    this.index = index;
    this.engine = engine;
    this.space = space;
  }

  /**
   * 200 when the database answers and there is room to store what comes, 503 otherwise. An index
   * that is behind, and room that runs out, are told of and change nothing of that: the pages are
   * there.
   */
  @Get(produces = MediaType.TEXT_PLAIN)
  HttpResponse<String> health() {
    try {
      folder.demonstration();
      return switch (space.room()) {
        case NONE -> unavailable("no room on the disk\n");
        case LITTLE -> HttpResponse.ok("ok\n" + complaints() + "little room on the disk\n");
        case ENOUGH -> HttpResponse.ok("ok\n" + complaints());
      };
    } catch (RuntimeException e) {
      LOG.error("the database does not answer", e);
      return unavailable("");
    }
  }

  private String complaints() {
    return index.complaint() + engine.complaint();
  }

  private static HttpResponse<String> unavailable(String why) {
    return HttpResponse.<String>status(HttpStatus.SERVICE_UNAVAILABLE).body("unavailable\n" + why);
  }
}
