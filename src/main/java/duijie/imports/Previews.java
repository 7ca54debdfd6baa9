package duijie.imports;

import duijie.sheets.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What uploaded workbooks would do, as it was last found out. */
public interface Previews {

  /** Replaces the preview. */
  void save(Import.Id id, List<Line> lines, List<Problem> problems);

  /** The rows of which this becomes, in order; those in conflict come first. */
  List<Line> lines(Import.Id id, Effect effect, int skip, int limit);

  /** The digest of each row. */
  Map<Line.Place, String> digests(Import.Id id);

  /** The rows in conflict of which what the sheet says was chosen. */
  Set<Line.Place> chosen(Import.Id id);

  /** Chooses what the sheet says of a row in conflict, or what is stored. */
  void choose(Import.Id id, Line.Place row, boolean sheet);

  /** All problems in order; the file has the name that it was uploaded under. */
  List<Problem> problems(Import.Id id);

  /** Some of the problems in order, errors first. */
  List<Problem> problems(Import.Id id, int skip, int limit);

  /** The problems of these rows, by row. */
  Map<Integer, List<Problem>> problems(Import.Id id, Collection<Integer> rows);
}
