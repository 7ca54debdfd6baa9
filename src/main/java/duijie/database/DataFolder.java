package duijie.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that keeps everything of one installation. Whoever has it open is the only one: a
 * second instance is refused. It begins as an empty or missing folder and is recognised by its
 * marker file afterwards.
 */
public final class DataFolder implements AutoCloseable {

  private static final String MARKER = "duijie.properties";
  private static final String LOCK = ".lock";

  /** What may lie in a folder that still counts as empty: what a start killed early leaves. */
  private static final Set<String> BEGINNINGS = Set.of(LOCK, MARKER + ".new");

  private final Path path;
  private final FileChannel lock;
  private final boolean demonstration;

  private DataFolder(Path path, FileChannel lock, boolean demonstration) {
    this.path = path;
    this.lock = lock;
    this.demonstration = demonstration;
  }

  /**
   * Opens the folder, making it where there is none.
   *
   * @param demonstration whether it is to hold demonstration data
   * @throws CannotStart when another instance has it open, when it holds something else, or when
   *     demonstration data is asked for in a folder that was not made for it
   */
  public static DataFolder open(Path path, boolean demonstration) {
    try {
      createPrivately(path);
      var real = path.toRealPath();
      if (!Files.exists(real.resolve(MARKER)) && !untouched(real)) {
        throw foreign(real);
      }
      var lock = lock(real);
      try {
        return new DataFolder(real, lock, mark(real, demonstration));
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CannotStart(
          "data-folder-unusable",
          "数据目录 " + path + " 无法使用：" + e.getMessage(),
          "The data folder " + path + " cannot be used: " + e.getMessage(),
          e);
    }
  }

  /** Whether there is a data folder there. */
  public static boolean existsAt(Path path) {
    return Files.isRegularFile(path.resolve(MARKER));
  }

  /** The folder itself, its real path. */
  public Path path() {
    return path;
  }

  /** Whether it was made for demonstration data. */
  public boolean demonstration() {
    return demonstration;
  }

  /** Where log files go; exists. */
  public Path logs() {
    try {
      return Files.createDirectories(path.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets others open the folder. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createPrivately(Path path) throws IOException {
    if (Files.exists(path)) {
      return;
    }
    Files.createDirectories(path);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean untouched(Path path) throws IOException {
    try (var entries = Files.list(path)) {
      return entries.allMatch(entry -> BEGINNINGS.contains(String.valueOf(entry.getFileName())));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    var channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another instance within this process: the same answer.
    }
    channel.close();
    throw new CannotStart(
        "data-folder-in-use",
        "数据目录 " + path + " 正被另一个对接服务使用。请先停止它，或用 --data 指定别的目录。",
        "The data folder "
            + path
            + " is in use by another instance. Stop that one first, or name another folder with"
            + " --data.");
  }

  /** Reads the marker, or writes it first; says whether the folder is for demonstration data. */
  private static boolean mark(Path path, boolean demonstration) throws IOException {
    var marker = path.resolve(MARKER);
    if (!Files.exists(marker)) {
      var text = "# A data folder of Duijie.\nformat=1\ndemonstration=" + demonstration + "\n";
      var fresh = path.resolve(MARKER + ".new");
      Files.writeString(fresh, text);
      Files.move(fresh, marker, StandardCopyOption.ATOMIC_MOVE);
    }
    boolean made = Files.readAllLines(marker).contains("demonstration=true");
    if (demonstration && !made) {
      throw new CannotStart(
          "not-a-demonstration-folder",
          "数据目录 " + path + " 不是由 --demo 建立的，为免混入演示数据，不予使用。请用 --data 指定一个空目录。",
          "The data folder "
              + path
              + " was not made by --demo and stays free of demonstration data. Name an empty folder"
              + " with --data.");
    }
    return made;
  }

  private static CannotStart foreign(Path path) {
    return new CannotStart(
        "not-a-data-folder",
        "目录 " + path + " 里有别的文件，不是对接的数据目录。请用 --data 指定一个空目录。",
        "The folder "
            + path
            + " holds other files and is no data folder of Duijie. Name an empty folder with"
            + " --data.");
  }
}
