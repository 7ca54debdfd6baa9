package duijie.projects.jdbc;

import duijie.accounts.Organisation;
import duijie.projects.Notice;
import duijie.projects.Project;
import duijie.projects.Publication;
import duijie.projects.Publications;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Publications in PostgreSQL. */
@Singleton
class JdbcPublications implements Publications {

  private final PublicationRows rows;

  JdbcPublications(PublicationRows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public Optional<Publication> find(Publication.Id id) {
    return rows.findById(id.value()).map(JdbcPublications::publication);
  }

  @Override
  @Transactional
  public List<Publication> of(Organisation.Id owner) {
    return rows.ofOwner(owner.value()).stream().map(JdbcPublications::publication).toList();
  }

  @Override
  @Transactional
  public int count(Organisation.Id owner, Publication.Stage stage) {
    return rows.count(owner.value(), stage.name());
  }

  @Override
  @Transactional
  public Optional<Publication> openFor(Project.Id project) {
    return rows.openFor(project.value()).map(JdbcPublications::publication);
  }

  @Override
  @Transactional
  public boolean add(Publication publication) {
    var project = publication.purpose().project();
    rows.lock(publication.id().toString());
    if (project != null) {
      rows.lock("for project " + project);
    }
    if (rows.findById(publication.id().value()).isPresent()
        || (project != null && openFor(project).isPresent())) {
      return false;
    }
    rows.add(row(publication));
    return true;
  }

  @Override
  @Transactional
  public boolean replace(Publication publication) {
    var id = publication.id();
    rows.lock(id.toString());
    boolean next =
        rows.findById(id.value())
            .filter(before -> before.version() == publication.version() - 1)
            .isPresent();
    if (next) {
      rows.replace(row(publication));
    }
    return next;
  }

  @Override
  @Transactional
  public Project.Id number(int year) {
    return new Project.Id("P%d-%04d".formatted(year, rows.nextNumber()));
  }

  private static PublicationRow row(Publication publication) {
    var purpose = publication.purpose();
    var project = purpose.project();
    return new PublicationRow(
        publication.id().value(),
        publication.owner().value(),
        purpose.kind().name(),
        project == null ? null : project.value(),
        purpose.reason(),
        purpose.affecting(),
        Columns.named(publication.typed()),
        publication.clauses(),
        publication.stage().name(),
        publication.version(),
        publication.note());
  }

  private static Publication publication(PublicationRow row) {
    var project = row.project();
    return new Publication(
        new Publication.Id(row.id()),
        new Organisation.Id(row.owner()),
        new Publication.Purpose(
            Notice.Kind.valueOf(row.kind()),
            project == null ? null : new Project.Id(project),
            row.reason(),
            row.affecting()),
        Columns.typed(row.typed()),
        row.clauses(),
        Publication.Stage.valueOf(row.stage()),
        row.version(),
        row.note());
  }
}
