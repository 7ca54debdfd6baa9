package duijie.shared;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how much room is left where the site keeps its data. */
@FunctionalInterface
public interface FreeSpace {

  /** How it stands now; enough where the system does not tell. */
  Room room();

  /** What the room that is left amounts to. */
  enum Room {
    ENOUGH,
    /** It is time to make more. */
    LITTLE,
    /** Nothing can be stored reliably. */
    NONE;

    private static final long MEBIBYTE = 1L << 20;

    /** PostgreSQL takes its journal in pieces of 16 MiB and stops where one finds no room. */
    private static final long NEEDED = 64 * MEBIBYTE;

    private static final long PLENTY = 1024 * MEBIBYTE;

    /** What so many bytes amount to. */
    static Room of(long bytes) {
      if (bytes < NEEDED) {
        return NONE;
      }
      return bytes < PLENTY ? LITTLE : ENOUGH;
    }
  }

  /** Of the disk that this folder lies on, or will lie on. */
  static FreeSpace at(Path folder) {
    return () -> {
      try {
        return Room.of(store(folder.toAbsolutePath()).getUsableSpace());
      } catch (IOException notTold) {
        return Room.ENOUGH;
      }
    };
  }

  private static FileStore store(Path folder) throws IOException {
    var here = folder;
    while (!Files.exists(here) && here.getParent() != null) {
      here = here.getParent();
    }
    return Files.getFileStore(here);
  }
}
