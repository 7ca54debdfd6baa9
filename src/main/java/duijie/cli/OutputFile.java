package duijie.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes a file whole or not at all: what was there before stays until the new one is complete. */
final class OutputFile {

  private OutputFile() {}

  /** What fills the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the file, making the folders above it. */
  static void write(Path file, Content content, Messages messages) {
    Path unfinished = null;
    Thread cleaning = null;
    try {
      var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      var folder = target.getParent();
      if (folder == null || Files.isDirectory(target)) {
        throw new Refused(ExitCode.WRONG_USAGE, messages.get("cannot-write", file, "…"));
      }
      Files.createDirectories(folder);
      unfinished = Files.createTempFile(folder, ".duijie-", ".part");
      cleaning = atEnd(unfinished);
      try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
        content.writeTo(out);
      }
      readableLikeOthers(unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new Refused(ExitCode.WRONG_USAGE, messages.get("cannot-write", file, reason(failure)));
    } finally {
      delete(unfinished);
      forget(cleaning);
    }
  }

  /** Deletes the file too where the process is interrupted: then no block is left in order. */
  private static Thread atEnd(Path unfinished) {
    var cleaning = new Thread(() -> delete(unfinished), "delete-unfinished");
    Runtime.getRuntime().addShutdownHook(cleaning);
    return cleaning;
  }

  private static void forget(@Nullable Thread cleaning) {
    try {
      if (cleaning != null) {
        Runtime.getRuntime().removeShutdownHook(cleaning);
      }
    } catch (IllegalStateException ending) {
      // The process is ending, and the thread does its work.
    }
  }

  /** A temporary file is private; a result is as readable as any new file of this person's. */
  private static void readableLikeOthers(Path file) throws IOException {
    var like = Files.createFile(file.resolveSibling(file.getFileName() + ".mode"));
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(like));
      }
    } finally {
      Files.delete(like);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException ignored) {
      // The result stands or the failure is already told; a leftover harms neither.
    }
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
