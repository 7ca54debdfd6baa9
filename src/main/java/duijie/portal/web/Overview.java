package duijie.portal.web;

import duijie.accounts.Organisation;
import duijie.interests.Interests;
import duijie.interests.Invitations;
import duijie.pages.Paging;
import duijie.pages.Words;
import duijie.projects.Notices;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.projects.Publication;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import duijie.projects.Question;
import duijie.projects.Questions;
import duijie.projects.Remark;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a buyer has to know of its projects. */
@Singleton
final class Overview {

  static final String PATH = "/my-projects";
  static final int PAGE_SIZE = 20;

  /** So many drafts are looked through by the lint. */
  private static final int DRAFTS = 10;

  private final Notices notices;
  private final Projects projects;
  private final Publications publications;
  private final Publishing publishing;
  private final Questions questions;
  private final Interests interests;
  private final Invitations invitations;
  private final Rows rows;

  Overview(
      Notices notices,
      Projects projects,
      Publications publications,
      Publishing publishing,
      Questions questions,
      Interests interests,
      Invitations invitations,
      Rows rows) {
    this.notices = notices;
    this.projects = projects;
    this.publications = publications;
    this.publishing = publishing;
    this.questions = questions;
    this.interests = interests;
    this.invitations = invitations;
    this.rows = rows;
  }

  /**
   * What a buyer sees.
   *
   * @param state only the projects in this state, or null
   * @param page from 1
   */
  OverviewPage page(
      Organisation.Id owner, Project.@Nullable State state, int page, LocalDate today) {
    var all = projects.findAll(notices.projectsOf(owner));
    var chosen =
        all.stream()
            .filter(project -> state == null || project.state() == state)
            .sorted(nextDeadlineFirst())
            .toList();
    var shown = chosen.stream().skip((long) (page - 1) * PAGE_SIZE).limit(PAGE_SIZE).toList();
    var ids = shown.stream().map(Project::id).toList();
    var counts = new Counts(interests.count(ids), invitations.count(ids), unanswered(owner));
    var open =
        publications.of(owner).stream()
            .filter(p -> p.stage().editable() || p.stage() == Publication.Stage.SUBMITTED)
            .toList();
    return new OverviewPage(
        states(all, state),
        shown.stream().map(project -> row(project, counts)).toList(),
        Paging.of(chosen.size(), page, PAGE_SIZE, n -> address(state, n)),
        open.stream().limit(DRAFTS).map(draft -> draft(draft, today)).toList(),
        Math.max(0, open.size() - DRAFTS));
  }

  /** How much there is of each project. */
  private record Counts(
      Map<Project.Id, Integer> interests,
      Map<Project.Id, Integer> invitations,
      Map<Project.Id, Long> unanswered) {}

  private Map<Project.Id, Long> unanswered(Organisation.Id owner) {
    return questions.askedOf(owner).stream()
        .filter(question -> !question.answered())
        .collect(Collectors.groupingBy(Question::project, Collectors.counting()));
  }

  /** Those that look for an agency by their deadline, then the others, the newest first. */
  private Comparator<Project> nextDeadlineFirst() {
    return Comparator.<Project, Boolean>comparing(project -> !rows.open(project))
        .thenComparing(
            project -> rows.open(project) ? project.respondBy() : null,
            Comparator.nullsLast(Comparator.<LocalDateTime>naturalOrder()))
        .thenComparing(
            Project::publishedOn, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
        .thenComparing(project -> project.id().value());
  }

  private static List<Facet.Choice> states(List<Project> all, Project.@Nullable State chosen) {
    var counts = all.stream().collect(Collectors.groupingBy(Project::state, Collectors.counting()));
    var states = new ArrayList<Facet.Choice>();
    states.add(choice("all", "全部", all.size(), null, chosen == null));
    for (var state : Project.State.values()) {
      long count = counts.getOrDefault(state, 0L);
      if (count > 0 || state == chosen) {
        states.add(choice(state.name(), state.label(), count, state, state == chosen));
      }
    }
    return states;
  }

  private static Facet.Choice choice(
      String id, String label, long count, Project.@Nullable State state, boolean chosen) {
    return new Facet.Choice("state-" + id, label, Words.count(count), address(state, 1), chosen, 0);
  }

  static String address(Project.@Nullable State state, int page) {
    var query =
        (state == null ? "" : "&state=" + state.name()) + (page == 1 ? "" : "&page=" + page);
    return query.isEmpty() ? PATH : PATH + "?" + query.substring(1);
  }

  private OverviewPage.Row row(Project project, Counts counts) {
    var by = project.respondBy();
    var left = rows.open(project) ? rows.left(project) : null;
    return new OverviewPage.Row(
        Links.project(project.id()),
        project.id().value(),
        Words.title(project.name(), project.demonstration()),
        project.demonstration(),
        project.state().label(),
        rows.tone(project),
        by == null ? null : Words.minute(by),
        left == null ? null : left.words(),
        left != null && left.soon(),
        counts.interests().getOrDefault(project.id(), 0),
        counts.invitations().getOrDefault(project.id(), 0),
        counts.unanswered().getOrDefault(project.id(), 0L).intValue());
  }

  private OverviewPage.Draft draft(Publication draft, LocalDate today) {
    long blocking =
        publishing.inspect(draft, today).remarks().stream().filter(Remark::blocking).count();
    return new OverviewPage.Draft(
        "/drafts/" + draft.id(),
        draft.title(),
        draft.purpose().kind().label(),
        draft.stage().label(),
        (int) blocking);
  }
}
