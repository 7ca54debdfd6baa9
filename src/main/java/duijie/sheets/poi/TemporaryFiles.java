package duijie.sheets.poi;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A folder of this process's own for temporary files, POI's too. By default POI shares one among
 * all users of the machine, and only whoever made that one first can write to it. Made when it is
 * first needed: much can be done without.
 */
final class TemporaryFiles implements TempFileCreationStrategy {

  private static final TemporaryFiles OURS = new TemporaryFiles();

  private @Nullable TempFileCreationStrategy folder;

  private TemporaryFiles() {}

  /** Has POI use the folder. */
  static void keepToOurselves() {
    TempFile.setTempFileCreationStrategy(OURS);
  }

  /** A new empty file, which the caller deletes. */
  static Path create(String suffix) throws IOException {
    return OURS.createTempFile("workbook", suffix).toPath();
  }

  @Override
  public File createTempFile(String prefix, String suffix) throws IOException {
    return folder().createTempFile(prefix, suffix);
  }

  @Override
  public File createTempDirectory(String prefix) throws IOException {
    return folder().createTempDirectory(prefix);
  }

  private synchronized TempFileCreationStrategy folder() throws IOException {
    if (folder == null) {
      try {
        var made = Files.createTempDirectory("duijie-workbooks-").toFile();
        made.deleteOnExit();
        folder = new DefaultTempFileCreationStrategy(made);
      } catch (IOException unusable) {
        throw new IOException(
            "临时文件夹 "
                + System.getProperty("java.io.tmpdir")
                + " 不能使用，请检查它是否存在、是否可写，或用 DUIJIE_JAVA_OPTS=-Djava.io.tmpdir=… 另指定一个",
            unusable);
      }
    }
    return folder;
  }
}
