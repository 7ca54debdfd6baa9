package duijie.sheets.poi;

import duijie.sheets.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;

/** The problems of one sheet by row, from 1, and by column, from 0. */
final class Marks {

  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");

  private final NavigableMap<Integer, NavigableMap<Integer, List<Problem>>> rows = new TreeMap<>();
  private final NavigableSet<Integer> columns = new TreeSet<>();

  /** Takes those of the problems that name a cell. */
  static Marks of(List<Problem> problems) {
    var marks = new Marks();
    for (var problem : problems) {
      var name = problem.cell();
      if (name != null && CELL.matcher(name).matches()) {
        var cell = new CellReference(name);
        if (cell.getRow() < SpreadsheetVersion.EXCEL2007.getMaxRows()) {
          marks
              .rows
              .computeIfAbsent(cell.getRow() + 1, row -> new TreeMap<>())
              .computeIfAbsent((int) cell.getCol(), column -> new ArrayList<>())
              .add(problem);
          marks.columns.add((int) cell.getCol());
        }
      }
    }
    return marks;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows with problems, by number. */
  NavigableMap<Integer, NavigableMap<Integer, List<Problem>>> rows() {
    return Collections.unmodifiableNavigableMap(rows);
  }

  /** The columns with problems, from 0. */
  NavigableSet<Integer> columns() {
    return Collections.unmodifiableNavigableSet(columns);
  }

  /** Everything that is wrong with a row, numbered where it is more than one thing. */
  static String reasons(NavigableMap<Integer, List<Problem>> row) {
    var sentences =
        row.values().stream().flatMap(List::stream).map(Marks::sentence).distinct().toList();
    return sentences.size() == 1
        ? sentences.getFirst()
        : IntStream.range(0, sentences.size())
            .mapToObj(i -> (i + 1) + ". " + sentences.get(i))
            .collect(Collectors.joining("\n"));
  }

  /** Everything that is wrong with a cell. */
  static String note(List<Problem> cell) {
    return cell.stream().map(Marks::sentence).distinct().collect(Collectors.joining("\n"));
  }

  static Problem.Severity severity(List<Problem> cell) {
    return cell.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)
        ? Problem.Severity.ERROR
        : Problem.Severity.WARNING;
  }

  private static String sentence(Problem problem) {
    return problem.severity() == Problem.Severity.WARNING
        ? "（提醒）" + problem.sentence()
        : problem.sentence();
  }
}
