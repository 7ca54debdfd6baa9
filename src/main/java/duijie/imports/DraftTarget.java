package duijie.imports;

import duijie.audit.Caller;
import duijie.projects.Column;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.projects.Publication;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import duijie.sheets.Imported;
import duijie.sheets.ProjectRow;
import duijie.sheets.Row;
import duijie.sheets.WorkbookReader;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Rows of 项目发布表 become drafts, each package one; none is published. */
@Singleton
final class DraftTarget implements Target<Imported<ProjectRow>, Publication> {

  private final WorkbookReader reader;
  private final Projects projects;
  private final Publications publications;
  private final Publishing publishing;
  private final DraftCells cells;
  private final Clock clock;

  DraftTarget(
      WorkbookReader reader,
      Projects projects,
      Publications publications,
      Publishing publishing,
      DraftCells cells,
      Clock clock) {
    this.reader = reader;
    this.projects = projects;
    this.publications = publications;
    this.publishing = publishing;
    this.cells = cells;
    this.clock = clock;
  }

  @Override
  public Import.Kind kind() {
    return Import.Kind.PROJECTS;
  }

  @Override
  public Imported<ProjectRow> read(Path file) {
    return reader.projectRows(file);
  }

  @Override
  public Plan<Publication> plan(Import of, Imported<ProjectRow> read, Progress progress) {
    var problems = new PlanProblems(of.file().name(), read);
    var rows = read.rows();
    var planning = new DraftPlanning(of, publications.of(of.owner()), taken(rows), cells, problems);
    var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    var steps = new ArrayList<Plan.Step<Publication>>();
    for (var row : rows) {
      if (steps.size() % (Progress.STEP / 10) == 0) {
        progress.at(steps.size(), rows.size());
      }
      var step = planning.step(row);
      if (step.line().effect() == Effect.NEW) {
        planning.inspected(row, publishing.inspect(Objects.requireNonNull(step.after()), today));
      }
      steps.add(step);
    }
    progress.at(rows.size(), rows.size());
    return problems.plan(steps);
  }

  /** The numbers of these rows that projects have already. */
  private java.util.Set<String> taken(List<Row<ProjectRow>> rows) {
    var ids =
        rows.stream()
            .map(row -> row.value().shown().get(Column.ID))
            .filter(Objects::nonNull)
            .map(id -> new Project.Id(id.strip()))
            .toList();
    return projects.findAll(ids).stream()
        .map(project -> project.id().value())
        .collect(Collectors.toSet());
  }

  /** Others may go on writing: a number that two drafts have is given to one when published. */
  @Override
  public void hold(Import of) {}

  @Override
  public void store(Import of, List<Plan.Step<Publication>> steps, Progress progress, Caller by) {
    int done = 0;
    for (var step : steps) {
      if (done++ % Progress.STEP == 0) {
        progress.at(done - 1, steps.size());
      }
      var draft = Objects.requireNonNull(step.after());
      publishing.begin(draft.id(), draft.owner(), draft.content(), by);
    }
    progress.at(steps.size(), steps.size());
  }
}
