package duijie.server;

import duijie.calendar.WorkingCalendar;
import duijie.demonstration.DemonstrationPeople;
import duijie.projects.Column;
import duijie.projects.Notice;
import duijie.projects.Notices;
import duijie.projects.Project;
import duijie.projects.ProjectWords;
import duijie.projects.Publication;
import duijie.projects.Publications;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the demonstration bureau the one that published its projects: it sees who is interested,
 * answers questions and invites agencies, as with those that are published on the platform.
 */
@Singleton
class DemonstrationNotices {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Publications publications;
  private final Notices notices;
  private final ProjectWords words;

  DemonstrationNotices(Publications publications, Notices notices, ProjectWords words) {
    this.publications = publications;
    this.notices = notices;
    this.words = words;
  }

  /** Publishes those of them that the bureau buys and agencies can respond to. */
  void publish(List<Project> projects) {
    for (var project : projects) {
      var day = project.publishedOn();
      boolean open =
          project.state() == Project.State.PUBLISHED || project.state() == Project.State.MATCHING;
      if (project.demonstration()
          && open
          && day != null
          && DemonstrationPeople.BUYER.equals(project.buyer())) {
        publish(project, day);
      }
    }
  }

  private void publish(Project project, LocalDate day) {
    var owner = DemonstrationPeople.BUREAU.id();
    var typed = words.typed(project);
    typed.remove(Column.ID);
    var written = new Publication.Id(id("publication", project));
    publications.add(
        new Publication(
            written,
            owner,
            Publication.Purpose.CALL,
            typed,
            Map.of(),
            Publication.Stage.PUBLISHED,
            1,
            null));
    notices.add(
        new Notice(
            new Notice.Id(id("notice", project)),
            project.id(),
            1,
            Notice.Kind.CALL,
            owner,
            written,
            typed,
            Map.of(),
            "",
            day.atTime(MORNING).atZone(WorkingCalendar.ZONE).toInstant()));
  }

  /** The same in every demonstration, so that addresses stay. */
  private static UUID id(String kind, Project project) {
    return UUID.nameUUIDFromBytes(
        ("demonstration " + kind + " " + project.id()).getBytes(StandardCharsets.UTF_8));
  }
}
