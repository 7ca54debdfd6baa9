package duijie.sheets.poi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/**
 * Gives POI a folder of this process's own for its temporary files. By default it shares one among
 * all users of the machine, and only whoever made that one first can write to it.
 */
final class TemporaryFiles {

  private TemporaryFiles() {}

  static void keepToOurselves() {
    try {
      var folder = Files.createTempDirectory("duijie-workbooks-").toFile();
      folder.deleteOnExit();
      TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for temporary files can be made", e);
    }
  }
}
