package duijie.imports;

import duijie.audit.Caller;
import duijie.sheets.Imported;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the rows of one kind of workbook go.
 *
 * @param <R> what its rows are read as
 * @param <T> what they become
 */
public interface Target<R, T> {

  Import.Kind kind();

  /** Reads the workbook. */
  Imported<R> read(Path file);

  /** What its rows would do as things stand. */
  Plan<T> plan(Import of, Imported<R> read, Progress progress);

  /** Nobody else changes what these rows may change before the transaction ends. */
  void hold();

  /** Stores what these steps come to, and writes each down. */
  void store(Import of, List<Plan.Step<T>> steps, Progress progress, Caller by);
}
