package duijie.sheets.poi;

import duijie.sheets.Problem;
import duijie.sheets.RefusedWorkbook;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What goes back to whoever sent a workbook with problems. */
final class ErrorWorkbook {

  private ErrorWorkbook() {}

  /** Writes the marked copy; where the file does not lend itself to one, the problems alone. */
  static void write(Path file, List<Problem> problems, OutputStream out) throws IOException {
    // A copy may fail half-way through, so nothing is handed out before it is whole.
    var copy = TemporaryFiles.create(".xlsx");
    try {
      if (marked(file, problems, copy)) {
        Files.copy(copy, out);
        out.flush();
      } else {
        StreamedWorkbook.write(List.of(ProblemRow.sheet(problems)), "", out);
      }
    } finally {
      Files.delete(copy);
    }
  }

  private static boolean marked(Path file, List<Problem> problems, Path copy) {
    try (var out = new BufferedOutputStream(Files.newOutputStream(copy))) {
      WorkbookGuard.check(file, Limits.STANDARD);
      MarkedCopy.write(file, problems, out);
      return true;
    } catch (RefusedWorkbook | IOException | XMLStreamException | RuntimeException e) {
      // The file is a stranger's: whatever is wrong with it, its owner still gets the problems.
      return false;
    } catch (StackOverflowError | OutOfMemoryError e) {
      // Marking holds small parts as trees, and a hostile one may grow past all bounds there. What
      // was held for it is free by now, and the problems alone take next to nothing.
      return false;
    }
  }
}
