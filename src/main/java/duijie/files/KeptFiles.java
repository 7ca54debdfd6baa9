package duijie.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Files that people uploaded, each once, under the fingerprint of its content. */
public final class KeptFiles {

  private static final int BUFFER = 1 << 16;

  /** How a file ends that is not whole yet. */
  private static final String COMING = ".new";

  private final Path folder;

  /**
   * @param folder made when it is first needed
   */
  public KeptFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes away what was still coming in when the program was killed; asked before anything comes.
   */
  public void sweep() throws IOException {
    if (Files.isDirectory(folder)) {
      try (var leftovers = Files.newDirectoryStream(folder, "*" + COMING)) {
        for (var leftover : leftovers) {
          Files.deleteIfExists(leftover);
        }
      }
    }
  }

  /** What comes of keeping a file. */
  public sealed interface Kept {

    /** It is on the disk, whatever happens now. */
    record Whole(String fingerprint, long bytes) implements Kept {}

    /** It is larger than allowed, and was not kept. */
    record TooLarge() implements Kept {}

    /** There is nothing in it. */
    record Empty() implements Kept {}

    /** Something else speaks against it, and it was not kept. */
    record Objected(String sentence) implements Kept {}
  }

  /** Looks at a file before it is kept. */
  public interface Inspection {

    /** What speaks against it, as people are told; empty where nothing does. */
    Optional<String> objection(Path file) throws IOException;
  }

  /** Keeps what comes, unless it is more than so many bytes. */
  public Kept keep(InputStream in, long most) throws IOException {
    return keep(in, most, file -> Optional.empty());
  }

  /** Keeps what comes, unless it is more than so many bytes or the inspection objects. */
  public Kept keep(InputStream in, long most, Inspection inspection) throws IOException {
    Files.createDirectories(folder);
    var fresh = folder.resolve(UUID.randomUUID() + COMING);
    try {
      var digest = sha256();
      long bytes = copy(in, fresh, digest, most);
      if (bytes > most) {
        return new Kept.TooLarge();
      }
      if (bytes == 0) {
        return new Kept.Empty();
      }
      var objection = inspection.objection(fresh);
      if (objection.isPresent()) {
        return new Kept.Objected(objection.get());
      }
      var fingerprint = HexFormat.of().formatHex(digest.digest());
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      var file = path(fingerprint);
      Files.createDirectories(file.getParent());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return new Kept.Whole(fingerprint, bytes);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** The file of this content, if it is here. */
  public Optional<Path> find(String fingerprint) {
    return Optional.of(path(fingerprint)).filter(Files::isRegularFile);
  }

  private Path path(String fingerprint) {
    return folder.resolve(fingerprint.substring(0, 2)).resolve(fingerprint);
  }

  /** Stops where it becomes too much. */
  private static long copy(InputStream in, Path to, MessageDigest digest, long most)
      throws IOException {
    long bytes = 0;
    var buffer = new byte[BUFFER];
    try (var out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      for (int read = in.read(buffer); read >= 0 && bytes <= most; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
      }
    }
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
