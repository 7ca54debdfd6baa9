package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.sheets.Additions;
import duijie.sheets.Imported;
import duijie.sheets.Merge;
import duijie.sheets.Problem;
import duijie.sheets.ProblemCode;
import duijie.sheets.ProjectRow;
import duijie.sheets.RefusedWorkbook;
import duijie.sheets.SessionSheet;
import duijie.sheets.SessionSheets;
import duijie.sheets.SheetImport;
import duijie.sheets.WorkbookReader;
import duijie.sheets.WorkbookWriter;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a workbook in one pass over its rows, and in a second one only where cells are merged over
 * several rows: the file names those after the rows.
 */
@Singleton
final class StreamingReader implements WorkbookReader {

  private static final Logger LOG = LoggerFactory.getLogger(StreamingReader.class);

  private final Regions regions;
  private final Vocabulary vocabulary;
  private final LocalDate asOf;
  private final Limits limits;

  /** Whether all workbooks that it reads share the time for one. */
  private final boolean oneRun;

  /** In nanoseconds, by all workbooks so far. */
  private final AtomicLong spent = new AtomicLong();

  @Inject
  StreamingReader(Regions regions, Vocabulary vocabulary) {
    this(regions, vocabulary, Limits.STANDARD);
  }

  StreamingReader(Regions regions, Vocabulary vocabulary, Limits limits) {
    this(regions, vocabulary, LocalDate.MAX, limits, false);
  }

  private StreamingReader(
      Regions regions, Vocabulary vocabulary, LocalDate asOf, Limits limits, boolean oneRun) {
    this.regions = regions;
    this.vocabulary = vocabulary;
    this.asOf = asOf;
    this.limits = limits;
    this.oneRun = oneRun;
  }

  /** Doubts what lies after this date, and takes for all workbooks no longer than for one. */
  static StreamingReader ofOneRun(
      Regions regions, Vocabulary vocabulary, LocalDate asOf, Limits limits) {
    return new StreamingReader(regions, vocabulary, asOf, limits, true);
  }

  /** Begins to understand a sheet of this name whose merged blocks are known so far. */
  @FunctionalInterface
  private interface Beginning<T> {
    SheetImport<?, T> begin(String sheet, List<Merge> merges);
  }

  @Override
  public Imported<Project> projects(Path file) {
    return read(
        file,
        WorkbookWriter.Kind.PROJECTS,
        (sheet, merges) -> SheetImport.projects(name(file), sheet, merges, regions, vocabulary));
  }

  @Override
  public Imported<ProjectRow> projectRows(Path file) {
    return read(
        file,
        WorkbookWriter.Kind.PROJECTS,
        (sheet, merges) -> SheetImport.projectRows(name(file), sheet, merges, regions, vocabulary));
  }

  @Override
  public Imported<Agency> agencies(Path file) {
    return read(
        file,
        WorkbookWriter.Kind.AGENCIES,
        (sheet, merges) ->
            SheetImport.agencies(name(file), sheet, merges, regions, vocabulary, asOf));
  }

  @Override
  public SessionSheets sessionSheets(Path file) {
    return using(
        file,
        opened -> {
          var arrivals = opened.book().named(SessionSheet.ARRIVALS.label());
          var outcomes = opened.book().named(SessionSheet.OUTCOMES.label());
          if (arrivals == null && outcomes == null) {
            throw new RefusedWorkbook(
                ProblemCode.SHEET_NOT_FOUND,
                "文件里没有“%s”，也没有“%s”。请上传从这场对接会下载、填好的那一份，不要改工作表的名称。"
                    .formatted(SessionSheet.ARRIVALS.label(), SessionSheet.OUTCOMES.label()));
          }
          return new SessionSheets(
              arrivals == null
                  ? nothing()
                  : sheet(opened, arrivals, (n, m) -> SheetImport.arrivals(name(file), n, m)),
              outcomes == null
                  ? nothing()
                  : sheet(opened, outcomes, (n, m) -> SheetImport.outcomes(name(file), n, m)),
              List.of());
        },
        problem -> new SessionSheets(nothing(), nothing(), List.of(problem)));
  }

  private <T> Imported<T> read(Path file, WorkbookWriter.Kind kind, Beginning<T> beginning) {
    return using(
        file,
        opened -> sheet(opened, opened.book().choose(kind.sheet()), beginning),
        problem -> new Imported<>(List.of(), List.of(problem), List.of(), null));
  }

  /** A workbook that was found to be one. */
  private record Opened(
      Parts parts, Book book, Values values, Allowance allowance, @Nullable String version) {}

  /** Makes something of a workbook. */
  @FunctionalInterface
  private interface Use<R> {
    R of(Opened workbook) throws RefusedWorkbook;
  }

  private <R> R using(Path file, Use<R> use, Function<Problem, R> refused) {
    long begun = System.nanoTime();
    try {
      return open(file, use);
    } catch (RefusedWorkbook reason) {
      return refused.apply(problem(file, reason.code(), reason.sentence()));
    } catch (IOException unreadable) {
      LOG.info("{} cannot be read", file, unreadable);
      return refused.apply(
          problem(file, ProblemCode.FILE_UNREADABLE, "文件无法打开。请检查是否有读取权限，或是否正被其他程序占用。"));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      // A promise to users: whatever the file, a sentence and no stack trace. What went wrong is
      // for us to find in the log. The limits should keep a file from filling the memory; should
      // one do so all the same, then nothing of what was read is held any more, and it is free.
      LOG.info("{} was not understood", file, broken);
      return refused.apply(problem(file, ProblemCode.DAMAGED, Xml.damaged().sentence()));
    } finally {
      spent.addAndGet(System.nanoTime() - begun);
    }
  }

  private <R> R open(Path file, Use<R> use) throws RefusedWorkbook, IOException {
    FileKind.check(file, limits);
    var used = Duration.ofNanos(oneRun ? spent.get() : 0);
    var allowance = new Allowance(limits, limits.time().minus(used));
    try (var zip = Parts.open(file)) {
      WorkbookGuard.check(zip, allowance);
      var parts = new Parts(zip, allowance);
      var book = Book.of(parts);
      parts.refuseExternalLinks();
      var strings = SharedStrings.of(parts, book, allowance);
      var values = new Values(strings, Styles.of(parts, book), book.from1904(), allowance);
      var version = templateVersion(parts, book, values, allowance);
      return use.of(new Opened(parts, book, values, allowance, version));
    }
  }

  private static <T> Imported<T> sheet(Opened of, Book.Sheet sheet, Beginning<T> beginning)
      throws RefusedWorkbook {
    var first = beginning.begin(sheet.name(), List.of());
    var merges = rows(of, sheet, first);
    var result = first.finish();
    var needed = merges.stream().filter(first::needs).toList();
    if (needed.isEmpty()) {
      return result;
    }
    of.allowance().startOver();
    var second = beginning.begin(sheet.name(), needed);
    rows(of, sheet, second);
    return second.finish();
  }

  private static List<Merge> rows(Opened of, Book.Sheet sheet, SheetImport<?, ?> rows)
      throws RefusedWorkbook {
    var version = of.version();
    if (version != null) {
      rows.madeFrom(version);
    }
    try (var xml = of.parts().xml(sheet.part())) {
      var parser = new SheetParser(of.values(), of.allowance());
      RowsAside.read(
          parser,
          xml,
          row -> {
            // A row of few cells can take long to understand.
            of.allowance().checkTime();
            return rows.accept(row);
          });
      return parser.merges();
    }
  }

  /** What the template's hidden sheet says of its version; null where the file has none. */
  private static @Nullable String templateVersion(
      Parts parts, Book book, Values values, Allowance allowance) throws RefusedWorkbook {
    var marker = book.named(Additions.MARKER_SHEET);
    if (marker == null) {
      return null;
    }
    var version = new ArrayList<String>();
    try (var xml = parts.xml(marker.part())) {
      new SheetParser(values, allowance)
          .read(
              xml,
              row -> {
                var cells = row.cells();
                if (row.number() == 2 && cells.size() >= 2) {
                  version.add(cells.get(1).content().shown());
                }
                return row.number() < 2;
              });
    }
    return version.isEmpty() ? "" : version.getFirst();
  }

  private static <T> Imported<T> nothing() {
    return new Imported<>(List.of(), List.of(), List.of(), null);
  }

  private static Problem problem(Path file, ProblemCode code, String sentence) {
    return new Problem(name(file), null, null, code.severity(), code.code(), sentence);
  }

  private static String name(Path file) {
    var name = file.getFileName();
    return (name == null ? file : name).toString();
  }
}
