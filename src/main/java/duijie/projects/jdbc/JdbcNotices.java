package duijie.projects.jdbc;

import duijie.accounts.Organisation;
import duijie.projects.Notice;
import duijie.projects.Notices;
import duijie.projects.Project;
import duijie.projects.Publication;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Notices in PostgreSQL. */
@Singleton
class JdbcNotices implements Notices {

  private final NoticeRows rows;

  JdbcNotices(NoticeRows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public List<Notice> of(Project.Id project) {
    return rows.findByProjectOrderByNumber(project.value()).stream()
        .map(JdbcNotices::notice)
        .toList();
  }

  @Override
  @Transactional
  public Optional<Notice> find(Notice.Id id) {
    return rows.findById(id.value()).map(JdbcNotices::notice);
  }

  @Override
  @Transactional
  public Optional<Notice> of(Publication.Id publication) {
    return rows.findByPublication(publication.value()).map(JdbcNotices::notice);
  }

  @Override
  @Transactional
  public List<Project.Id> projectsOf(Organisation.Id owner) {
    return rows.projectsOf(owner.value()).stream().map(Project.Id::new).toList();
  }

  @Override
  @Transactional
  public Map<Project.Id, Organisation.Id> owners(Collection<Project.Id> projects) {
    return projects.isEmpty()
        ? Map.of()
        : rows.first(projects.stream().map(Project.Id::value).toList()).stream()
            .collect(
                Collectors.toMap(
                    row -> new Project.Id(row.project()), row -> new Organisation.Id(row.owner())));
  }

  @Override
  @Transactional
  public void add(Notice notice) {
    var publication = notice.publication();
    rows.add(
        new NoticeRow(
            notice.id().value(),
            notice.project().value(),
            notice.number(),
            notice.kind().name(),
            notice.owner().value(),
            publication == null ? null : publication.value(),
            Columns.named(notice.typed()),
            notice.clauses(),
            notice.reason(),
            notice.publishedAt()));
  }

  private static Notice notice(NoticeRow row) {
    var publication = row.publication();
    return new Notice(
        new Notice.Id(row.id()),
        new Project.Id(row.project()),
        row.number(),
        Notice.Kind.valueOf(row.kind()),
        new Organisation.Id(row.owner()),
        publication == null ? null : new Publication.Id(publication),
        Columns.typed(row.typed()),
        row.clauses(),
        row.reason(),
        row.publishedAt());
  }
}
