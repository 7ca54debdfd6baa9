package duijie.sheets;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one sheet, handed over in order, into records and problems: finds the header
 * among the first rows, skips blank rows and understands the others.
 *
 * @param <C> the sheet's columns
 * @param <T> what its rows become
 */
public final class SheetImport<C extends Enum<C>, T> {

  /** How many rows that are not blank may stand above and including the header. */
  private static final int HEADER_WITHIN = 30;

  private final Layout<C> layout;
  private final Function<Header<C>, Records<C, T>> understanding;
  private final Merges merges;
  private final Problems problems;
  private final Extras extras;
  private final List<SheetRow> first = new ArrayList<>();
  private final List<Row<T>> rows = new ArrayList<>();
  private @Nullable Body<C, T> body;
  private boolean anyRow;

  /** What lies below the header, once it is found. */
  private record Body<C extends Enum<C>, T>(Header<C> header, Records<C, T> records) {}

  private SheetImport(
      Layout<C> layout,
      Function<Header<C>, Records<C, T>> understanding,
      List<Merge> merges,
      Problems problems) {
    this.layout = layout;
    this.understanding = understanding;
    this.merges = new Merges(merges);
    this.problems = problems;
    this.extras = new Extras(problems);
  }

  /**
   * Reads 项目发布表.
   *
   * @param file the file's name, for the problems
   * @param sheet the sheet's name in the file, for the problems
   * @param merges the sheet's merged blocks, as far as they are known
   */
  public static SheetImport<duijie.projects.Column, Project> projects(
      String file, String sheet, List<Merge> merges, Regions regions, Vocabulary vocabulary) {
    return new SheetImport<>(
        Layout.PROJECTS,
        header -> new ProjectRecords(header, regions, vocabulary),
        merges,
        new Problems(file, sheet));
  }

  /** The same with what stands in the cells. */
  public static SheetImport<duijie.projects.Column, ProjectRow> projectRows(
      String file, String sheet, List<Merge> merges, Regions regions, Vocabulary vocabulary) {
    return new SheetImport<>(
        Layout.PROJECTS,
        header -> {
          var records = new ProjectRecords(header, regions, vocabulary);
          return (row, extra) -> {
            var project = records.record(row, extra);
            return project == null ? null : new ProjectRow(project, row.shown());
          };
        },
        merges,
        new Problems(file, sheet));
  }

  /**
   * Reads 机构名录; the parameters as for projects.
   *
   * @param asOf the day after which nothing can have happened yet
   */
  public static SheetImport<duijie.agencies.Column, Agency> agencies(
      String file,
      String sheet,
      List<Merge> merges,
      Regions regions,
      Vocabulary vocabulary,
      LocalDate asOf) {
    return new SheetImport<>(
        Layout.AGENCIES,
        header -> new AgencyRecords(header, regions, vocabulary, asOf),
        merges,
        new Problems(file, sheet));
  }

  /** Reads 签到表; the parameters as for projects. */
  public static SheetImport<ArrivalColumn, ArrivalRow> arrivals(
      String file, String sheet, List<Merge> merges) {
    return new SheetImport<>(
        Layout.ARRIVALS, SessionRecords::arrivals, merges, new Problems(file, sheet));
  }

  /** Reads 意向台账; the parameters as for projects. */
  public static SheetImport<OutcomeColumn, OutcomeRow> outcomes(
      String file, String sheet, List<Merge> merges) {
    return new SheetImport<>(
        Layout.OUTCOMES, SessionRecords::outcomes, merges, new Problems(file, sheet));
  }

  /** Notes which version of the template the workbook was made from. */
  public void madeFrom(String version) {
    if (!version.equals(Additions.TEMPLATE_VERSION)) {
      problems.add(
          null,
          ProblemCode.TEMPLATE_VERSION,
          "这份表的模板版本是%s，现行版本是“%s”。已按现行要求读取，下次请用新模板。"
              .formatted(Typed.quote(version), Additions.TEMPLATE_VERSION));
    }
  }

  /**
   * Takes the next row.
   *
   * @return whether more rows are wanted
   * @throws RefusedWorkbook where the sheet goes beyond a limit
   */
  public boolean accept(SheetRow row) throws RefusedWorkbook {
    if (isBlank(row)) {
      return true;
    }
    var filled = merges.fill(row);
    if (body != null) {
      read(filled, body);
      return true;
    }
    first.add(filled);
    return first.size() < HEADER_WITHIN || findHeader();
  }

  /**
   * What was read. Asked for once, after the last row.
   *
   * @throws RefusedWorkbook where the sheet goes beyond a limit
   */
  public Imported<T> finish() throws RefusedWorkbook {
    boolean readable = body != null || first.size() < HEADER_WITHIN && findHeader();
    if (readable && !anyRow) {
      problems.add(null, ProblemCode.NO_ROWS, "表头下面没有数据。");
    }
    var place = body == null ? null : place(body.header());
    return new Imported<>(rows, problems.list(), extras.titles(), place);
  }

  private Imported.@Nullable Place place(Header<C> header) {
    var columns = new HashMap<String, Integer>();
    header.extras().forEach((column, title) -> columns.put(title, column));
    header.places().forEach((column, at) -> columns.put(layout.label().apply(column), at.column()));
    var name = header.places().get(layout.name());
    return name == null ? null : new Imported.Place(problems.sheet(), name.column(), columns);
  }

  /** Whether this merged block must be known to read the sheet. Asked after the last row. */
  public boolean needs(Merge merge) {
    if (body == null || merge.bottom() == merge.top() || merge.bottom() < body.header().row()) {
      return false;
    }
    var column = body.header().known().get(merge.left());
    return merge.top() < body.header().row() || column != null && column != layout.key();
  }

  private boolean findHeader() throws RefusedWorkbook {
    var header = Header.among(first, layout);
    var other = layout.other();
    if ((header == null || !header.has(layout.name()))
        && isHeadedBy(other, header == null ? 0 : header.places().size())) {
      problems.add(
          null,
          ProblemCode.SWAPPED_FILES,
          "这张表的表头是“%s”的，这里要的是“%s”：两个文件可能放反了。请核对后重新选择文件。".formatted(other.sheet(), layout.sheet()));
      return false;
    }
    if (header == null) {
      var labels =
          layout.columns().stream()
              .filter(layout.required())
              .map(layout.label())
              .collect(Collectors.joining("、"));
      problems.add(
          null, ProblemCode.NO_HEADER, "前 %d 行中找不到表头。表头应有这些列：%s。".formatted(HEADER_WITHIN, labels));
      return false;
    }
    describe(header);
    var found = new Body<>(header, understanding.apply(header));
    if (!header.has(layout.name())) {
      return false;
    }
    body = found;
    for (var row : first) {
      if (row.number() > header.row()) {
        read(row, found);
      }
    }
    first.clear();
    return true;
  }

  /** Whether the first rows have a header of this layout with its name and more known columns. */
  private <D extends Enum<D>> boolean isHeadedBy(Layout<D> other, int known) {
    var header = Header.among(first, other);
    return header != null && header.has(other.name()) && header.places().size() > known;
  }

  private void describe(Header<C> header) throws RefusedWorkbook {
    for (var missing : header.missing(layout)) {
      problems.add(
          null,
          ProblemCode.MISSING_COLUMN,
          "缺少必需的列“%s”，%s。请在第 %d 行的表头中补上这一列。"
              .formatted(
                  layout.label().apply(missing),
                  missing == layout.name() ? "各行都不能导入" : "各行的这一项按未知处理",
                  header.row()));
    }
    for (var extra : header.extras().entrySet()) {
      extras.add(header.row(), extra.getKey(), extra.getValue());
    }
    header
        .repeated()
        .forEach(
            (column, title) -> {
              var address = Cell.address(header.row(), column);
              problems.add(
                  address,
                  ProblemCode.DUPLICATE_COLUMN,
                  "列%s（%s）重复，只读左边的一列。请删去多余的一列。".formatted(Typed.quote(title), address));
            });
  }

  private void read(SheetRow row, Body<C, T> body) throws RefusedWorkbook {
    var filled = new Filled<>(layout, body.header(), row);
    if (filled.isHeader()) {
      problems.add(
          Cell.address(row.number(), 0),
          ProblemCode.REPEATED_HEADER,
          "第 " + row.number() + " 行又是表头，已跳过。");
      return;
    }
    var extra = extras.of(row, body.header());
    if (filled.isBlank() && Extras.isOnlyRunningNumber(extra)) {
      return;
    }
    anyRow = true;
    for (var merge : merges.begunAt(row.number())) {
      filled.sayMerged(merge);
    }
    var value = body.records().record(filled, extra);
    filled.report(problems);
    if (value != null) {
      rows.add(new Row<>(row.number(), value));
    }
  }

  private static boolean isBlank(SheetRow row) {
    for (var cell : row.cells()) {
      if (!isBlank(cell.content())) {
        return false;
      }
    }
    return true;
  }

  /** Formulas filled down below the data often give an empty text. */
  static boolean isBlank(Content content) {
    return content instanceof Content.Text text && Typed.compact(text.value()).isEmpty();
  }
}
