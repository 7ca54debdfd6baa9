package duijie.projects;

import duijie.accounts.Organisation;
import duijie.audit.AuditEntries;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.projects.Publication.Step;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the first draft of a project to its publication: officers write and submit, their head
 * returns or publishes. All of it is written down.
 */
@Singleton
public class Publishing {

  /** What the audit trail calls a publication. */
  public static final String KIND = "publication";

  private static final String SUBMITTING = "SUBMIT_PROJECT";

  private final Publications publications;
  private final Projects projects;
  private final Announcing announcing;
  private final Inspecting inspecting;
  private final PublicationNews news;
  private final AuditTrail trail;
  private final AuditEntries written;

  Publishing(
      Publications publications,
      Projects projects,
      Announcing announcing,
      Inspecting inspecting,
      PublicationNews news,
      AuditTrail trail,
      AuditEntries written) {
    this.publications = publications;
    this.projects = projects;
    this.announcing = announcing;
    this.inspecting = inspecting;
    this.news = news;
    this.trail = trail;
    this.written = written;
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

  /** Begins a draft; one of this id that is there already is left as it is. */
  @Transactional
  public Publication begin(
      Publication.Id id, Organisation.Id owner, Publication.Content content, Caller by) {
    var known = publications.find(id);
    if (known.isPresent()) {
      return known.get();
    }
    var draft = Publication.begun(id, owner, content);
    if (!publications.add(draft)) {
      return publications.find(id).orElseThrow();
    }
    trail.record(Entry.added(by, "DRAFT_PROJECT", subject(draft), snapshot(draft)));
    return draft;
  }

  /** Reads what was typed and looks it through. */
  public Inspection inspect(Publication publication, LocalDate today) {
    return inspecting.inspect(publication, today);
  }

  /**
   * Stores other words.
   *
   * @param version the version that they were written over
   */
  @Transactional
  public Outcome save(Publication.Id id, int version, Publication.Content content, Caller by) {
    var before = publications.find(id).orElseThrow();
    if (before.says(content)) {
      return new Outcome.Done(before);
    }
    if (before.version() != version) {
      return new Outcome.Overtaken(before);
    }
    var tooLong = Publication.tooLong(content);
    if (!tooLong.isEmpty()) {
      return new Outcome.Refused(before, List.copyOf(tooLong.values()));
    }
    var after = before.saying(content);
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
        ? step(before, version, Step.SUBMIT, null, SUBMITTING, by)
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
    var known = announcing.held(before).orElse(null);
    var inspection = inspect(before, today);
    var obstacles = new ArrayList<>(inspection.obstacles());
    if (submittedBy(before, by)) {
      obstacles.add("这份项目是您自己提交的。提交和审批不能是同一个人，请由另一位负责人审批发布。");
    }
    Announcing.obstacle(before, known).ifPresent(obstacles::add);
    var project = inspection.understood().project();
    if (project == null || !obstacles.isEmpty()) {
      return new Outcome.Refused(before, List.copyOf(obstacles));
    }
    var number = known == null ? numbered(before, project, today) : known.id();
    if (known == null && !projects.free(number)) {
      return new Outcome.Refused(
          before, List.of("项目编号“" + number + "”已经有别的项目用了，请退回换一个，或者留空由系统编号。"));
    }
    var outcome = step(before, version, Step.PUBLISH, null, "PUBLISH_PROJECT", by);
    if (outcome instanceof Outcome.Done) {
      announcing.announce(before, project, number, known, today, by);
      news.published(before, number);
    }
    return outcome;
  }

  /** Whether it was this very person who handed it in: nobody decides on what they wrote. */
  private boolean submittedBy(Publication publication, Caller by) {
    var who = by.who();
    var subject = subject(publication);
    var submissions =
        new AuditEntries.Filter(
            null, SUBMITTING, Entry.Outcome.DONE, subject.kind(), subject.id(), null, null);
    return who != null
        && written.newest(submissions, null, 1).stream()
            .map(last -> last.entry().by().who())
            .anyMatch(last -> last != null && last.account().equals(who.account()));
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

  private static Entry.Subject subject(Publication publication) {
    return new Entry.Subject(KIND, publication.id().toString());
  }

  private static Snapshot snapshot(Publication publication) {
    var values = new LinkedHashMap<String, Object>();
    var purpose = publication.purpose();
    values.put("公告", purpose.kind());
    if (purpose.project() != null) {
      values.put("接续的项目", purpose.project());
    }
    if (purpose.amending()) {
      values.put("更正事由", purpose.reason());
      values.put("可能影响响应文件编制", purpose.affecting());
    }
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
