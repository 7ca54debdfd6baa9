package duijie.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells what is in a file, by its content: names and what browsers say of it prove nothing. */
public interface FileKinds {

  /** Its kind; empty for all that is not taken. */
  Optional<FileKind> of(Path file) throws IOException;
}
