package duijie.imports;

import duijie.audit.Caller;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the rows of one kind of workbook go.
 *
 * @param <R> what is read
 * @param <T> what its rows become
 */
public interface Target<R, T> {

  Import.Kind kind();

  /** Reads the workbook. */
  R read(Path file);

  /** What its rows would do as things stand. */
  Plan<T> plan(Import of, R read, Progress progress);

  /** Nobody else changes what these rows may change before the transaction ends. */
  void hold(Import of);

  /** What is said of a workbook that changes nothing. */
  default String nothingNew() {
    return "表里的内容和平台上的完全一样，没有要改的。";
  }

  /** Stores what these steps come to, and writes each down. */
  void store(Import of, List<Plan.Step<T>> steps, Progress progress, Caller by);
}
