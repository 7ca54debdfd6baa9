package duijie.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A file with a random secret, which nobody but the owner of the data folder can read. */
public final class SecretFile {

  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretFile() {}

  /**
   * Reads the secret, or makes one up first.
   *
   * @param bytes how many random bytes a new one has
   * @return in hexadecimal
   */
  public static String read(Path file, int bytes) throws IOException {
    if (!Files.exists(file)) {
      var random = new byte[bytes];
      RANDOM.nextBytes(random);
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(ownerOnly));
      }
      Files.writeString(fresh, HexFormat.of().formatHex(random));
      Folders.force(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Folders.force(folder);
      }
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }
}
