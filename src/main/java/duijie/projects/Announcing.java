package duijie.projects;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.projects.Publication.Content;
import duijie.projects.Publication.Purpose;
import duijie.projects.Publishing.Outcome;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told to everybody about a project: stored as notices, and as the project that they make.
 */
@Singleton
public class Announcing {

  private final Projects projects;
  private final Notices notices;
  private final Publications publications;
  private final List<ProjectNews> listeners;
  private final AuditTrail trail;
  private final Clock clock;

  Announcing(
      Projects projects,
      Notices notices,
      Publications publications,
      List<ProjectNews> listeners,
      AuditTrail trail,
      Clock clock) {
    this.projects = projects;
    this.notices = notices;
    this.publications = publications;
    this.listeners = List.copyOf(listeners);
    this.trail = trail;
    this.clock = clock;
  }

  /** What came of terminating a project. */
  public sealed interface Terminated {

    /** It was, now or before. */
    record Done(Project project) implements Terminated {}

    /** It was not. */
    record Refused(String sentence) implements Terminated {}
  }

  /** The last of these notices that says what a project is. */
  public static Optional<Notice> latest(List<Notice> notices) {
    return notices.stream()
        .filter(notice -> notice.kind() != Notice.Kind.TERMINATION)
        .max(Comparator.comparing(Notice::number));
  }

  /**
   * Begins what follows on a published project, with the words of its last notice: an amendment, or
   * the call after an intention. Only one is written at a time: where there is one, it is given.
   *
   * @param fresh the id that it gets
   */
  @Transactional
  public Outcome follow(Publication of, Publication.Id fresh, Notice.Kind kind, Caller by) {
    var notice = notices.of(of.id()).orElse(null);
    var project = notice == null ? null : projects.find(notice.project()).orElse(null);
    var last = project == null ? null : latest(notices.of(project.id())).orElse(null);
    if (project == null || last == null || project.move(step(kind)).isEmpty()) {
      return new Outcome.Refused(of, List.of(notNow(kind.label(), project)));
    }
    var purpose =
        kind == Notice.Kind.AMENDMENT
            ? Purpose.amendmentOf(project.id())
            : Purpose.callFor(project.id());
    var content = new Content(purpose, last.typed(), last.clauses());
    var begun = Publication.begun(fresh, of.owner(), content);
    if (!publications.add(begun)) {
      return new Outcome.Done(publications.openFor(project.id()).orElse(of));
    }
    trail.record(
        Entry.added(
            by,
            "DRAFT_PROJECT",
            new Entry.Subject(Publishing.KIND, fresh.toString()),
            Snapshot.of(Map.of("项目编号", project.id(), "公告", kind.label()))));
    return new Outcome.Done(begun);
  }

  /** The project that is to be changed by this publication, held until the transaction ends. */
  Optional<Project> held(Publication publication) {
    return Optional.ofNullable(publication.purpose().project()).flatMap(projects::lock);
  }

  /** Why this publication cannot be announced, if it cannot. */
  static Optional<String> obstacle(Publication publication, @Nullable Project before) {
    var kind = publication.purpose().kind();
    boolean fresh = publication.purpose().project() == null;
    return fresh || (before != null && before.move(step(kind)).isPresent())
        ? Optional.empty()
        : Optional.of(notNow(kind.label(), before));
  }

  /**
   * Makes a publication known: stores the project and the notice, and tells whoever is to be told.
   *
   * @param said the project as it was written
   * @param before the project as it stands, or null for a new one
   */
  @Transactional
  void announce(
      Publication publication,
      Project said,
      Project.Id number,
      @Nullable Project before,
      LocalDate today,
      Caller by) {
    var kind = publication.purpose().kind();
    var after =
        said.published(
            number, state(kind, before), since(kind, before, today), publication.clauses());
    projects.saveAll(List.of(after));
    var subject = new Entry.Subject("project", number.value());
    trail.record(
        before == null
            ? Entry.added(by, "PUBLISH_PROJECT", subject, Snapshot.of(after))
            : Entry.changed(by, deed(kind), subject, Snapshot.of(before), Snapshot.of(after)));
    tell(
        new Notice(
            new Notice.Id(UUID.randomUUID()),
            number,
            notices.of(number).size() + 1,
            kind,
            publication.owner(),
            publication.id(),
            publication.typed(),
            publication.clauses(),
            publication.purpose().reason(),
            clock.instant()),
        after);
  }

  /**
   * Ends the procurement for good, and tells everybody why.
   *
   * @param of a publication of the project
   */
  @Transactional
  public Terminated terminate(Publication of, String reason, Caller by) {
    var notice = notices.of(of.id()).orElse(null);
    var before = notice == null ? null : projects.lock(notice.project()).orElse(null);
    if (notice == null || before == null) {
      return new Terminated.Refused("还没有发布的项目不用终止，作废就可以了。");
    }
    if (before.state() == Project.State.CANCELLED) {
      return new Terminated.Done(before);
    }
    if (reason.isBlank()) {
      return new Terminated.Refused("请写明终止的原因，所有人都会看到。");
    }
    var after = before.move(Step.TERMINATE).orElse(null);
    if (after == null) {
      return new Terminated.Refused(notNow(Step.TERMINATE.label(), before));
    }
    projects.saveAll(List.of(after));
    publications.openFor(before.id()).ifPresent(open -> giveUp(open, by));
    var snapshot = new LinkedHashMap<String, Object>();
    snapshot.put("状态", after.state());
    snapshot.put("原因", reason.strip());
    trail.record(
        Entry.changed(
            by,
            "TERMINATE_PROJECT",
            new Entry.Subject("project", before.id().value()),
            Snapshot.of(Map.of("状态", before.state())),
            Snapshot.of(snapshot)));
    var all = notices.of(before.id());
    tell(
        new Notice(
            new Notice.Id(UUID.randomUUID()),
            before.id(),
            all.size() + 1,
            Notice.Kind.TERMINATION,
            of.owner(),
            null,
            Map.of(),
            Map.of(),
            reason.strip(),
            clock.instant()),
        after);
    return new Terminated.Done(after);
  }

  /** What was still being written for a project that is no more. */
  private void giveUp(Publication open, Caller by) {
    var note = "项目已终止。";
    open.after(Publication.Step.CANCEL, note)
        .filter(publications::replace)
        .ifPresent(
            after ->
                trail.record(
                    Entry.changed(
                        by,
                        "CANCEL_PROJECT",
                        new Entry.Subject(Publishing.KIND, open.id().toString()),
                        Snapshot.of(Map.of("状态", open.stage())),
                        Snapshot.of(Map.of("状态", after.stage(), "原因", note)))));
  }

  private void tell(Notice notice, Project project) {
    notices.add(notice);
    listeners.forEach(listener -> listener.announced(notice, project));
  }

  private static Project.State state(Notice.Kind kind, @Nullable Project before) {
    if (before == null) {
      return kind == Notice.Kind.INTENTION ? Project.State.INTENTION : Project.State.PUBLISHED;
    }
    return before.move(step(kind)).orElseThrow().state();
  }

  /** An amendment leaves the day on which the project was published as it was. */
  private static LocalDate since(Notice.Kind kind, @Nullable Project before, LocalDate today) {
    var day = before == null || kind != Notice.Kind.AMENDMENT ? null : before.publishedOn();
    return day == null ? today : day;
  }

  private static Step step(Notice.Kind kind) {
    return switch (kind) {
      case INTENTION, CALL -> Step.CALL;
      case AMENDMENT -> Step.AMEND;
      case TERMINATION -> Step.TERMINATE;
    };
  }

  private static String deed(Notice.Kind kind) {
    return kind == Notice.Kind.AMENDMENT ? "AMEND_PROJECT" : "CALL_FOR_PROJECT";
  }

  private static String notNow(String label, @Nullable Project project) {
    return project == null
        ? "这个项目还没有发布，不能" + label + "。"
        : "项目现在的状态是“%s”，不能%s。".formatted(project.state().label(), label);
  }
}
