package duijie.imports;

import duijie.audit.Caller;
import duijie.sheets.Imported;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the rows of one kind of workbook go.
 *
 * @param <T> what its rows become
 */
public interface Target<T> {

  Import.Kind kind();

  /** Reads the workbook. */
  Imported<T> read(Path file);

  /** What its rows would do as things stand. */
  Plan<T> plan(Import of, Imported<T> read, Progress progress);

  /** Nobody else changes what these rows may change before the transaction ends. */
  void hold();

  /** Stores what these steps come to, and writes each down. */
  void store(Import of, List<Plan.Step<T>> steps, Progress progress, Caller by);
}
