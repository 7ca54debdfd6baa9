package duijie.projects;

import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through what is to be published. */
@Singleton
final class Inspecting {

  private final Projects projects;
  private final Amendments amendments;
  private final TypedProjects typing;
  private final Lint lint;
  private final Accounts accounts;

  Inspecting(
      Projects projects,
      Amendments amendments,
      TypedProjects typing,
      Lint lint,
      Accounts accounts) {
    this.projects = projects;
    this.amendments = amendments;
    this.typing = typing;
    this.lint = lint;
    this.accounts = accounts;
  }

  /** Reads what was typed and looks it through. */
  Inspection inspect(Publication publication, LocalDate today) {
    var understood = typing.understand(publication.typed());
    var missing =
        Arrays.stream(Column.values())
            .filter(Publication::mustHave)
            .filter(column -> !publication.typed().containsKey(column))
            .toList();
    var project = understood.project();
    if (project == null) {
      return new Inspection(understood, List.of(), missing, Amendments.Review.NOTHING);
    }
    var draft =
        new Draft(
            since(publication, project),
            clauses(publication),
            List.of(),
            intendedOn(publication),
            accounts.organisation(publication.owner()).map(Organisation::name).orElse(null));
    return new Inspection(
        understood, lint.inspect(draft, today), missing, amendments.review(publication, project));
  }

  /** Periods that began when a project was published do not begin anew when it is amended. */
  private Project since(Publication publication, Project project) {
    var number = publication.purpose().project();
    var published =
        number == null || !publication.purpose().amending()
            ? null
            : projects.find(number).map(Project::publishedOn).orElse(null);
    return published == null
        ? project
        : project.published(project.id(), project.state(), published, project.extra());
  }

  /** When the project was announced for which agencies are called now, or null. */
  private @Nullable LocalDate intendedOn(Publication publication) {
    var number = publication.purpose().project();
    return number == null || publication.purpose().amending()
        ? null
        : projects
            .find(number)
            .filter(project -> project.state() == Project.State.INTENTION)
            .map(Project::publishedOn)
            .orElse(null);
  }

  private static List<Clause> clauses(Publication publication) {
    return publication.clauses().entrySet().stream()
        .map(c -> new Clause(Clause.Kind.headed(c.getKey()), c.getKey(), c.getValue()))
        .toList();
  }
}
