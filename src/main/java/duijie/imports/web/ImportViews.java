package duijie.imports.web;

import duijie.imports.Effect;
import duijie.imports.Import;
import duijie.imports.Importing;
import duijie.imports.Imports;
import duijie.imports.Line;
import duijie.imports.Previews;
import duijie.pages.Addresses;
import duijie.pages.Paging;
import duijie.pages.Problem;
import duijie.pages.Words;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the pages about imports. */
@Singleton
final class ImportViews {

  static final String PROBLEMS = "problems";
  static final int PAGE = 20;

  private final Imports imports;
  private final Previews previews;
  private final Clock clock;

  ImportViews(Imports imports, Previews previews, Clock clock) {
    this.imports = imports;
    this.previews = previews;
    this.clock = clock;
  }

  UploadPage upload(Desk desk, List<Problem> problems) {
    return new UploadPage(
        desk.title(),
        desk.sheet() == null ? "" : desk.sheet().sheet(),
        desk.form(),
        desk.template(),
        desk.list(),
        UUID.randomUUID().toString(),
        Importing.MOST_BYTES >> 20,
        Rules.of(desk.kind()),
        problems);
  }

  ImportsPage list(Desk desk, duijie.accounts.Organisation.Id owner, int page) {
    var session = desk.session();
    int skip = (page - 1) * PAGE;
    int total = session == null ? imports.count(owner, desk.kind()) : imports.count(session);
    var found =
        session == null
            ? imports.of(owner, desk.kind(), skip, PAGE)
            : imports.of(session, skip, PAGE);
    var rows =
        found.stream()
            .map(
                i ->
                    new ImportsPage.Row(
                        desk.page(i.id()),
                        i.file().name(),
                        i.state().label(),
                        tone(i.state()),
                        time(i.uploadedAt()),
                        i.uploadedBy(),
                        what(desk, i)))
            .toList();
    return new ImportsPage(
        desk.title(),
        desk.form(),
        rows,
        Paging.of(total, page, PAGE, number -> desk.list() + "?page=" + number));
  }

  /**
   * The page of an import.
   *
   * @param show which rows: a effect in small letters, or the problems; blank for the first there
   *     are
   */
  ImportPage page(Desk desk, Import of, String show, int page, List<Problem> problems) {
    var shown = shown(of, show);
    var effect = effect(shown);
    var here = desk.page(of.id()) + (shown.isEmpty() ? "" : "?show=" + shown);
    long total =
        effect == null ? (long) of.tally().errors() + of.tally().warnings() : of.tally().of(effect);
    boolean any = of.tally().errors() + of.tally().warnings() > 0;
    return new ImportPage(
        of.file().name(),
        desk.page(of.id()),
        here,
        of.state().label(),
        tone(of.state()),
        facts(of),
        working(of),
        of.sentence(),
        confirm(desk, of),
        of.state().next().contains(Import.State.CANCELLED),
        of.state() == Import.State.DONE && of.confirmedBy() != null ? what(desk, of) : null,
        of.state().working() && of.tally().rows().isEmpty() ? List.of() : tabs(desk, of, shown),
        effect == null ? "" : Rules.explanation(desk.kind(), effect),
        effect == null ? List.of() : rows(desk, of, effect, page),
        shown.equals(PROBLEMS)
            ? previews.problems(of.id(), (page - 1) * PAGE, PAGE).stream()
                .map(ImportViews::issue)
                .toList()
            : List.of(),
        Paging.of(total, page, PAGE, number -> here + "&page=" + number),
        any && !of.state().working() ? desk.page(of.id()) + "/marked" : null,
        desk.form(),
        problems);
  }

  private static String shown(Import of, String show) {
    if (show.equals(PROBLEMS) || effect(show) != null) {
      return show;
    }
    for (var effect : Effect.values()) {
      if (of.tally().of(effect) > 0) {
        return name(effect);
      }
    }
    return of.tally().errors() + of.tally().warnings() > 0 ? PROBLEMS : "";
  }

  private static String name(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Effect effect(String name) {
    for (var effect : Effect.values()) {
      if (name(effect).equals(name)) {
        return effect;
      }
    }
    return null;
  }

  private List<ImportPage.Row> rows(Desk desk, Import of, Effect effect, int page) {
    var lines = previews.lines(of.id(), effect, (page - 1) * PAGE, PAGE);
    var problems = previews.problems(of.id(), lines.stream().map(Line::row).toList());
    var chosen = effect == Effect.CONFLICTING ? previews.chosen(of.id()) : Set.<Line.Place>of();
    return lines.stream()
        .map(
            line ->
                new ImportPage.Row(
                    line.sheet(),
                    line.row(),
                    line.name(),
                    line.target() == null
                        ? null
                        : desk.records() + "/" + Addresses.encode(line.target()),
                    line.conflict(),
                    line.differences().stream()
                        .filter(d -> effect != Effect.NEW || !d.after().equals(line.name()))
                        .map(
                            d ->
                                new ImportPage.Change(
                                    d.column(),
                                    effect == Effect.NEW ? null : d.before(),
                                    d.after()))
                        .toList(),
                    problems.getOrDefault(line.row(), List.of()).stream()
                        .filter(p -> line.sheet().isEmpty() || line.sheet().equals(p.sheet()))
                        .map(ImportViews::issue)
                        .toList(),
                    effect != Effect.CONFLICTING || of.state() != Import.State.TO_CONFIRM
                        ? null
                        : new ImportPage.Choice(page, chosen.contains(line.place()))))
        .toList();
  }

  private static ImportPage.Issue issue(duijie.sheets.Problem problem) {
    return new ImportPage.Issue(
        problem.severity() == duijie.sheets.Problem.Severity.ERROR,
        problem.cell(),
        problem.sentence());
  }

  private static List<ImportPage.Tab> tabs(Desk desk, Import of, String shown) {
    var tabs = new ArrayList<ImportPage.Tab>();
    for (var effect : Effect.values()) {
      boolean usual =
          effect != Effect.KEPT
              && effect != Effect.CONFLICTING
              && (desk.changes() || effect != Effect.CHANGED);
      if (usual || of.tally().of(effect) > 0) {
        tabs.add(tab(desk, of, shown, name(effect), effect.label(), of.tally().of(effect)));
      }
    }
    tabs.add(tab(desk, of, shown, PROBLEMS, "错误和提醒", of.tally().errors() + of.tally().warnings()));
    return tabs;
  }

  private static ImportPage.Tab tab(
      Desk desk, Import of, String shown, String id, String label, int count) {
    return new ImportPage.Tab(
        "show-" + id,
        desk.page(of.id()) + "?show=" + id,
        label,
        Words.count(count),
        id.equals(shown));
  }

  private static ImportPage.@Nullable Working working(Import of) {
    var what =
        switch (of.state()) {
          case UPLOADED -> "文件已收到，等待读取。";
          case READING -> of.total() == 0 ? "正在读取工作簿。" : "正在和平台上的资料比对。";
          case IMPORTING -> of.total() == 0 ? "正在重新核对。" : "正在导入。";
          default -> null;
        };
    if (what == null) {
      return null;
    }
    var counted =
        of.total() == 0 ? "" : Words.count(of.done()) + " / " + Words.count(of.total()) + " 行";
    return new ImportPage.Working(what, of.done(), of.total(), counted);
  }

  private ImportPage.@Nullable Confirm confirm(Desk desk, Import of) {
    if (of.state() != Import.State.TO_CONFIRM) {
      return null;
    }
    int sure =
        of.tally().of(Effect.NEW) + of.tally().of(Effect.CHANGED) + previews.chosen(of.id()).size();
    var label = sure == 0 ? "确认" : "确认导入 " + Words.count(sure) + " " + desk.measure() + desk.noun();
    return new ImportPage.Confirm(
        of.version(), label, of.tally().of(Effect.KEPT), desk.measure() + desk.noun());
  }

  private List<String> facts(Import of) {
    var facts = new ArrayList<String>();
    facts.add(of.uploadedBy() + " " + time(of.uploadedAt()) + " 上传");
    facts.add(Words.count(Math.max(1, of.file().bytes() >> 10)) + " KB");
    if (of.confirmedBy() != null) {
      facts.add(of.confirmedBy() + " 确认");
    }
    if (of.endedAt() != null) {
      facts.add(time(of.endedAt()) + " 结束");
    }
    return facts;
  }

  /** What it came to, or would. */
  private String what(Desk desk, Import of) {
    var parts = new ArrayList<String>();
    for (var effect : Effect.values()) {
      if (of.tally().of(effect) > 0) {
        var label =
            effect == Effect.KEPT && of.state() == Import.State.DONE
                ? (of.overwrites() ? "按表修改机构自己维护的" : "机构自己维护、没有改的")
                : effect == Effect.CONFLICTING && of.state() == Import.State.DONE
                    ? "有冲突（改成表里的 " + previews.chosen(of.id()).size() + " 行）"
                    : effect.label();
        parts.add(label + " " + Words.count(of.tally().of(effect)) + " " + desk.measure());
      }
    }
    return String.join("，", parts);
  }

  private static String tone(Import.State state) {
    return switch (state) {
      case UPLOADED, READING, IMPORTING, TO_CONFIRM -> "state-open";
      case DONE, CANCELLED -> "state-done";
      case FAULTY, FAILED -> "state-stopped";
    };
  }

  private String time(Instant instant) {
    return Words.minute(LocalDateTime.ofInstant(instant, clock.getZone()));
  }
}
