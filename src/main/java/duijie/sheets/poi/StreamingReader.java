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

  private <T> Imported<T> read(Path file, WorkbookWriter.Kind kind, Beginning<T> beginning) {
    long begun = System.nanoTime();
    try {
      return open(file, kind, beginning);
    } catch (RefusedWorkbook refused) {
      return refused(file, refused.code(), refused.sentence());
    } catch (IOException unreadable) {
      LOG.info("{} cannot be read", file, unreadable);
      return refused(file, ProblemCode.FILE_UNREADABLE, "文件无法打开。请检查是否有读取权限，或是否正被其他程序占用。");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      // A promise to users: whatever the file, a sentence and no stack trace. What went wrong is
      // for us to find in the log. The limits should keep a file from filling the memory; should
      // one do so all the same, then nothing of what was read is held any more, and it is free.
      LOG.info("{} was not understood", file, broken);
      return refused(file, ProblemCode.DAMAGED, Xml.damaged().sentence());
    } finally {
      spent.addAndGet(System.nanoTime() - begun);
    }
  }

  private <T> Imported<T> open(Path file, WorkbookWriter.Kind kind, Beginning<T> beginning)
      throws RefusedWorkbook, IOException {
    FileKind.check(file, limits);
    var used = Duration.ofNanos(oneRun ? spent.get() : 0);
    var allowance = new Allowance(limits, limits.time().minus(used));
    try (var zip = Parts.open(file)) {
      WorkbookGuard.check(zip, allowance);
      var parts = new Parts(zip, allowance);
      var book = Book.of(parts);
      parts.refuseExternalLinks();
      var sheet = book.choose(kind.sheet());
      var strings = SharedStrings.of(parts, book, allowance);
      var values = new Values(strings, Styles.of(parts, book), book.from1904(), allowance);
      var version = templateVersion(parts, book, values, allowance);

      var first = beginning.begin(sheet.name(), List.of());
      var merges = rows(parts, sheet, values, allowance, version, first);
      var result = first.finish();
      var needed = merges.stream().filter(first::needs).toList();
      if (needed.isEmpty()) {
        return result;
      }
      allowance.startOver();
      var second = beginning.begin(sheet.name(), needed);
      rows(parts, sheet, values, allowance, version, second);
      return second.finish();
    }
  }

  private static List<Merge> rows(
      Parts parts,
      Book.Sheet sheet,
      Values values,
      Allowance allowance,
      @Nullable String version,
      SheetImport<?, ?> rows)
      throws RefusedWorkbook {
    if (version != null) {
      rows.madeFrom(version);
    }
    try (var xml = parts.xml(sheet.part())) {
      var parser = new SheetParser(values, allowance);
      RowsAside.read(
          parser,
          xml,
          row -> {
            // A row of few cells can take long to understand.
            allowance.checkTime();
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

  private static <T> Imported<T> refused(Path file, ProblemCode code, String sentence) {
    var problem = new Problem(name(file), null, null, code.severity(), code.code(), sentence);
    return new Imported<>(List.of(), List.of(problem), List.of(), null);
  }

  private static String name(Path file) {
    var name = file.getFileName();
    return (name == null ? file : name).toString();
  }
}
