package duijie.imports;

import duijie.audit.AuditTrail;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.files.KeptFiles;
import duijie.sheets.Problem;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads uploaded workbooks and imports those that were confirmed, a piece at a time. Each piece is
 * one transaction: whenever it is cut short, nothing of it has happened, and it is begun again.
 */
@Singleton
public class ImportWork {

  /** Work that was cut short so often is not begun again. */
  static final int MOST_ATTEMPTS = 3;

  private static final String GIVEN_UP = "处理这份表时连续 %d 次出错或中断，已停止。平台上的资料没有改动。请重新上传；如果仍然不行，请告诉管理员。";

  private final Imports imports;
  private final Previews previews;
  private final KeptFiles files;
  private final List<Target<?, ?>> targets;
  private final AuditTrail trail;

  ImportWork(
      Imports imports,
      Previews previews,
      KeptFiles files,
      List<Target<?, ?>> targets,
      AuditTrail trail) {
    this.imports = imports;
    this.previews = previews;
    this.files = files;
    this.targets = List.copyOf(targets);
    this.trail = trail;
  }

  /**
   * Does the next piece of work.
   *
   * @return whether there was one; where it fails it is tried again a few times
   */
  public boolean next() {
    var claimed = new AtomicReference<Import.@Nullable Id>();
    try {
      return imports.next(
          id -> {
            claimed.set(id);
            imports.begin(id).ifPresent(this::work);
          });
    } catch (RuntimeException | Error failure) {
      // Even where memory ran out: what was held for the workbook is free by now.
      var id = claimed.get();
      if (id != null
          && imports.find(id).filter(job -> job.attempts() >= MOST_ATTEMPTS).isPresent()) {
        imports.failed(id, GIVEN_UP.formatted(MOST_ATTEMPTS));
      }
      throw failure;
    }
  }

  private void work(Import job) {
    if (job.attempts() > MOST_ATTEMPTS) {
      imports.came(job.id(), Import.State.FAILED, job.tally(), GIVEN_UP.formatted(MOST_ATTEMPTS));
      return;
    }
    var file = files.find(job.file().fingerprint());
    if (file.isEmpty()) {
      imports.came(job.id(), Import.State.FAILED, job.tally(), "上传的文件已不在数据目录中，平台上的资料没有改动。请重新上传。");
      return;
    }
    work(job, file.get(), target(job.kind()));
  }

  private <R, T> void work(Import job, Path file, Target<R, T> target) {
    var read = target.read(file);
    if (job.state() == Import.State.READING) {
      preview(job, target.plan(job, read, progress(job)), target, null);
      return;
    }
    target.hold(job);
    var plan = target.plan(job, read, progress(job));
    var agreed = agreed(job, plan);
    if (agreed == null) {
      store(job, plan, target);
    } else {
      preview(job, agreed, target, "预览以后，平台上的资料被别人改过。还没有导入任何一行：已按现在的资料重新比对，请看标有“有变动”的行，再确认。");
    }
  }

  private <T> void preview(
      Import job, Plan<T> plan, Target<?, T> target, @Nullable String conflict) {
    var tally = plan.tally();
    var state = Import.State.TO_CONFIRM;
    String sentence = conflict;
    if (tally.changing() == 0) {
      boolean same = tally.of(Effect.UNCHANGED) > 0 && tally.of(Effect.REFUSED) == 0;
      state = same ? Import.State.DONE : Import.State.FAULTY;
      sentence = same ? target.nothingNew() : nothing(plan);
    }
    if (job.state() == Import.State.IMPORTING && state == Import.State.FAULTY) {
      state = Import.State.DONE;
    }
    if (imports.came(job.id(), state, tally, sentence)) {
      previews.save(job.id(), plan.lines(), plan.problems());
    }
  }

  /** Why not a single row can be imported. */
  private static String nothing(Plan<?> plan) {
    return plan.problems().stream()
        .filter(problem -> problem.cell() == null)
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .map(Problem::sentence)
        .findFirst()
        .or(
            () ->
                plan.problems().stream()
                    .filter(p -> p.cell() == null)
                    .map(Problem::sentence)
                    .findFirst())
        .orElse("没有一行可以导入。请按下面的问题改好以后，重新上传。");
  }

  /** Nothing where every row would still do what was agreed to; else the plan as it is now. */
  private <T> @Nullable Plan<T> agreed(Import job, Plan<T> plan) {
    var agreed = previews.digests(job.id());
    var steps = new ArrayList<Plan.Step<T>>();
    boolean same = agreed.size() == plan.steps().size();
    for (var step : plan.steps()) {
      boolean kept = step.line().digest().equals(agreed.get(step.line().place()));
      same &= kept;
      steps.add(
          kept ? step : new Plan.Step<>(step.line().inConflict(), step.before(), step.after()));
    }
    return same ? null : new Plan<>(steps, plan.problems());
  }

  private <T> void store(Import job, Plan<T> plan, Target<?, T> target) {
    var chosen = previews.chosen(job.id());
    var steps = plan.steps().stream().filter(step -> wanted(step.line(), chosen, job)).toList();
    var by = imports.caller(job.id());
    var counts = new TreeMap<String, Object>();
    job.tally().rows().forEach((effect, rows) -> counts.put(effect.name(), rows));
    counts.put("stored", steps.size());
    counts.put("overwrites", job.overwrites());
    counts.put("file", job.file().name());
    counts.put("sha256", job.file().fingerprint());
    trail.record(
        Entry.added(by, "IMPORT_" + job.kind(), job.subject(), Snapshot.of(Map.copyOf(counts))));
    target.store(job, steps, progress(job), by);
    imports.came(job.id(), Import.State.DONE, plan.tally(), null);
  }

  private static boolean wanted(Line line, Set<Line.Place> chosen, Import job) {
    return switch (line.effect()) {
      case NEW, CHANGED -> true;
      case KEPT -> job.overwrites();
      case CONFLICTING -> chosen.contains(line.place());
      case UNCHANGED, REFUSED -> false;
    };
  }

  private Progress progress(Import job) {
    return (done, total) -> imports.progress(job.id(), done, total);
  }

  private Target<?, ?> target(Import.Kind kind) {
    return targets.stream().filter(t -> t.kind() == kind).findFirst().orElseThrow();
  }
}
