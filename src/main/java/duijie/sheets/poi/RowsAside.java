package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;
import duijie.sheets.SheetRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a long sheet in a second thread, in order, while the next ones are parsed in
 * the first. What comes of it is the same as with one thread: where both a row and what is parsed
 * after it are refused, the row is what is told.
 */
final class RowsAside implements SheetParser.Rows {

  /** Fewer rows are taken before a thread is worth its start. */
  private static final int FIRST = 1_000;

  /** So many cells at least are handed over at once. */
  private static final int BATCH = 4_096;

  /** So many batches wait at most: what waits is held in memory. */
  private static final int WAITING = 4;

  private final SheetParser.Rows rows;
  private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private @Nullable ExecutorService second;
  private List<SheetRow> batch = new ArrayList<>();
  private int cells;
  private int first;

  /** Whether more rows are wanted; once a second thread works, that thread sets it. */
  private volatile boolean wanted = true;

  private RowsAside(SheetParser.Rows rows) {
    this.rows = rows;
  }

  /** Has all rows of the sheet taken. */
  static void read(SheetParser parser, Xml xml, SheetParser.Rows rows) throws RefusedWorkbook {
    var aside = new RowsAside(rows);
    try {
      parser.read(xml, aside);
    } finally {
      aside.finish();
    }
  }

  @Override
  public boolean accept(SheetRow row) throws RefusedWorkbook {
    if (first < FIRST) {
      first++;
      return rows.accept(row);
    }
    batch.add(row);
    cells += row.cells().size();
    if (cells >= BATCH) {
      handOver();
    }
    return wanted;
  }

  private void handOver() throws RefusedWorkbook {
    if (second == null) {
      second = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    }
    while (waiting.size() >= WAITING) {
      await(waiting.removeFirst());
    }
    var some = batch;
    batch = new ArrayList<>(some.size());
    cells = 0;
    waiting.add(CompletableFuture.runAsync(() -> take(some), second));
  }

  private void take(List<SheetRow> some) {
    try {
      for (var row : some) {
        if (!wanted) {
          return;
        }
        wanted = rows.accept(row);
      }
    } catch (RefusedWorkbook refused) {
      wanted = false;
      throw new CompletionException(refused);
    } catch (RuntimeException | Error broken) {
      wanted = false;
      throw broken;
    }
  }

  private void finish() throws RefusedWorkbook {
    try {
      if (!batch.isEmpty()) {
        handOver();
      }
      while (!waiting.isEmpty()) {
        await(waiting.removeFirst());
      }
    } finally {
      if (second != null) {
        second.close();
      }
    }
  }

  private static void await(CompletableFuture<Void> taken) throws RefusedWorkbook {
    try {
      taken.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RefusedWorkbook refused -> throw refused;
        case RuntimeException broken -> throw broken;
        case Error broken -> throw broken;
        case null, default -> throw failed;
      }
    }
  }
}
