package duijie.server;

import duijie.agencies.Agencies;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Entry.Subject;
import duijie.audit.Snapshot;
import duijie.demonstration.Demonstration;
import duijie.projects.Projects;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty data folder with the demonstration county. All of it and the note that it is done
 * are one transaction, so a fill that is killed leaves nothing and the next start begins anew.
 */
@Singleton
class DemonstrationFill {

  private static final Logger LOG = LoggerFactory.getLogger(DemonstrationFill.class);
  private static final Caller PROGRAM = Caller.program("demonstration");

  private final Demonstration demonstration;
  private final Projects projects;
  private final Agencies agencies;
  private final DemonstrationNotices notices;
  private final FolderRecord folder;
  private final AuditTrail trail;

  DemonstrationFill(
      Demonstration demonstration,
      Projects projects,
      Agencies agencies,
      DemonstrationNotices notices,
      FolderRecord folder,
      AuditTrail trail) {
    this.demonstration = demonstration;
    this.projects = projects;
    this.agencies = agencies;
    this.notices = notices;
    this.folder = folder;
    this.trail = trail;
  }

  /** Fills it unless that was done before. */
  @Transactional
  void complete(LocalDate today) {
    if (folder.filledOn().isPresent()) {
      return;
    }
    LOG.info("filling with the demonstration county as of {}", today);
    agencies.saveAll(demonstration.agencies(today));
    var shown = demonstration.projects(today);
    projects.saveAll(shown);
    notices.publish(shown);
    folder.filled(today);
    var day = Snapshot.of(Map.of("filledOn", today));
    trail.record(Entry.added(PROGRAM, "FILL_DEMONSTRATION", new Subject("data-folder", ""), day));
    LOG.info("filled");
  }
}
