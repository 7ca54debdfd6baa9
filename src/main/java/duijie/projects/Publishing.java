package duijie.projects;

import duijie.accounts.Organisation;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.projects.Publication.Step;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the first draft of a project to its publication: officers write and submit, their head
 * returns or publishes. All of it is written down.
 */
@Singleton
public class Publishing {

  /** What the audit trail calls a publication. */
  static final String KIND = "publication";

  private final Publications publications;
  private final Projects projects;
  private final TypedProjects typing;
  private final Lint lint;
  private final PublicationNews news;
  private final AuditTrail trail;

  Publishing(
      Publications publications,
      Projects projects,
      TypedProjects typing,
      Lint lint,
      PublicationNews news,
      AuditTrail trail) {
    this.publications = publications;
    this.projects = projects;
    this.typing = typing;
    this.lint = lint;
    this.news = news;
    this.trail = trail;
  }

  /** What comes of a step. */
  public sealed interface Outcome {

    /** It was taken. */
    record Done(Publication now) implements Outcome {}

    /** Somebody else was quicker. */
    record Overtaken(Publication now) implements Outcome {}

    /** It cannot be taken, for all these reasons. */
    record Refused(Publication now, List<String> reasons) implements Outcome {}
  }

  /**
   * What a publication amounts to.
   *
   * @param remarks what the lint says of it; nothing where it has no name yet
   * @param missing columns that have to be filled in and are not
   */
  public record Inspection(
      TypedProjects.Understood understood, List<Remark> remarks, List<Column> missing) {

    /** What keeps it from being submitted, one sentence each. */
    public List<String> obstacles() {
      var obstacles = new ArrayList<String>();
      missing.forEach(column -> obstacles.add("“" + column.label() + "”还没有填。"));
      understood.doubts().stream()
          .filter(doubt -> doubt.lost() && !missing.contains(doubt.column()))
          .forEach(doubt -> obstacles.add(doubt.sentence()));
      remarks.stream()
          .filter(Remark::blocking)
          .forEach(r -> obstacles.add(r.where() + "：" + r.sentence()));
      return List.copyOf(obstacles);
    }
  }

  /** Begins a draft; one of this id that is there already is left as it is. */
  @Transactional
  public Publication begin(
      Publication.Id id, Organisation.Id owner, Map<Column, String> typed, Caller by) {
    var known = publications.find(id);
    if (known.isPresent()) {
      return known.get();
    }
    var draft = new Publication(id, owner, typed, Map.of(), Publication.Stage.DRAFT, 1, null);
    if (!publications.add(draft)) {
      return publications.find(id).orElseThrow();
    }
    trail.record(Entry.added(by, "DRAFT_PROJECT", subject(draft), snapshot(draft)));
    return draft;
  }

  /** Reads what was typed and looks it through. */
  public Inspection inspect(Publication publication, LocalDate today) {
    var understood = typing.understand(publication.typed());
    var missing =
        Arrays.stream(Column.values())
            .filter(Publication::mustHave)
            .filter(column -> !publication.typed().containsKey(column))
            .toList();
    var project = understood.project();
    var remarks =
        project == null
            ? List.<Remark>of()
            : lint.inspect(new Draft(project, clauses(publication), List.of()), today);
    return new Inspection(understood, remarks, missing);
  }

  /**
   * Stores other words.
   *
   * @param version the version that they were written over
   */
  @Transactional
  public Outcome save(
      Publication.Id id,
      int version,
      Map<Column, String> typed,
      Map<String, String> clauses,
      Caller by) {
    var before = publications.find(id).orElseThrow();
    if (before.says(typed, clauses)) {
      return new Outcome.Done(before);
    }
    if (before.version() != version) {
      return new Outcome.Overtaken(before);
    }
    var tooLong = Publication.tooLong(typed, clauses);
    if (!tooLong.isEmpty()) {
      return new Outcome.Refused(before, List.copyOf(tooLong.values()));
    }
    var after = before.saying(typed, clauses);
    if (after.isEmpty()) {
      return new Outcome.Refused(before, List.of(notNow(before)));
    }
    return store(before, after.get(), "EDIT_PROJECT_DRAFT", by);
  }

  /** Hands it to the head, unless something stands in its way. */
  @Transactional
  public Outcome submit(Publication.Id id, int version, LocalDate today, Caller by) {
    var before = publications.find(id).orElseThrow();
    var obstacles =
        before.stage().editable() ? inspect(before, today).obstacles() : List.<String>of();
    return obstacles.isEmpty()
        ? step(before, version, Step.SUBMIT, null, "SUBMIT_PROJECT", by)
        : new Outcome.Refused(before, obstacles);
  }

  /** Hands it back with a reason, or gives it up. */
  @Transactional
  public Outcome stop(Publication.Id id, int version, Step step, String reason, Caller by) {
    var before = publications.find(id).orElseThrow();
    if (step != Step.RETURN && step != Step.CANCEL) {
      throw new IllegalArgumentException("not a way to stop: " + step);
    }
    return reason.isBlank()
        ? new Outcome.Refused(before, List.of("请写明原因。"))
        : step(before, version, step, reason.strip(), step + "_PROJECT", by);
  }

  /** Publishes it: from now on everybody reads it, and it is matched. */
  @Transactional
  public Outcome publish(Publication.Id id, int version, LocalDate today, Caller by) {
    var before = publications.find(id).orElseThrow();
    if (before.reached(Step.PUBLISH)) {
      return new Outcome.Done(before);
    }
    var inspection = inspect(before, today);
    var obstacles = inspection.obstacles();
    var project = inspection.understood().project();
    if (project == null || !obstacles.isEmpty()) {
      return new Outcome.Refused(before, obstacles);
    }
    var number = numbered(before, project, today);
    if (!projects.free(number)) {
      return new Outcome.Refused(
          before, List.of("项目编号“" + number + "”已经有别的项目用了，请退回换一个，或者留空由系统编号。"));
    }
    var outcome = step(before, version, Step.PUBLISH, null, "PUBLISH_PROJECT", by);
    if (outcome instanceof Outcome.Done) {
      var published = project.published(number, today, before.clauses());
      projects.saveAll(List.of(published));
      trail.record(
          Entry.added(
              by,
              "PUBLISH_PROJECT",
              new Entry.Subject("project", number.value()),
              Snapshot.of(published)));
      news.published(before, number);
    }
    return outcome;
  }

  private Project.Id numbered(Publication publication, Project understood, LocalDate today) {
    return publication.typed().containsKey(Column.ID)
        ? understood.id()
        : publications.number(today.getYear());
  }

  private Outcome step(
      Publication before, int version, Step step, @Nullable String note, String deed, Caller by) {
    if (before.reached(step)) {
      return new Outcome.Done(before);
    }
    if (before.version() != version) {
      return new Outcome.Overtaken(before);
    }
    var after = before.after(step, note);
    if (after.isEmpty()) {
      return new Outcome.Refused(before, List.of(notNow(before)));
    }
    var outcome = store(before, after.get(), deed, by);
    if (outcome instanceof Outcome.Done(var now)) {
      news.taken(step, now);
    }
    return outcome;
  }

  private Outcome store(Publication before, Publication after, String deed, Caller by) {
    if (!publications.replace(after)) {
      return new Outcome.Overtaken(publications.find(before.id()).orElseThrow());
    }
    trail.record(Entry.changed(by, deed, subject(before), snapshot(before), snapshot(after)));
    return new Outcome.Done(after);
  }

  private static String notNow(Publication publication) {
    return "现在的状态是“" + publication.stage().label() + "”，不能再这样做。";
  }

  private static List<Clause> clauses(Publication publication) {
    return publication.clauses().entrySet().stream()
        .map(c -> new Clause(Clause.Kind.headed(c.getKey()), c.getKey(), c.getValue()))
        .toList();
  }

  private static Entry.Subject subject(Publication publication) {
    return new Entry.Subject(KIND, publication.id().toString());
  }

  private static Snapshot snapshot(Publication publication) {
    var values = new LinkedHashMap<String, Object>();
    publication.typed().forEach((column, text) -> values.put(column.label(), text));
    values.putAll(publication.clauses());
    values.put("状态", publication.stage());
    values.put("版本", publication.version());
    if (publication.note() != null) {
      values.put("原因", publication.note());
    }
    return Snapshot.of(values);
  }
}
