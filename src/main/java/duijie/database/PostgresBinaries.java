package duijie.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the jar of this platform into a folder of the user's
 * cache. They are unpacked beside their place and moved there as a whole, so that a start killed in
 * the middle leaves nothing half done.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin/postgres}, unpacked if need be.
   *
   * @param fallback where to unpack when the user has no cache folder that can be written
   */
  static Path unpacked(Path fallback) throws IOException {
    var archive = archive();
    var name = "postgresql-" + fingerprint(archive);
    IOException refused = null;
    for (var root : List.of(userCache(), fallback)) {
      try {
        return unpackedIn(root, name, archive);
      } catch (IOException e) {
        if (refused != null) {
          e.addSuppressed(refused);
        }
        refused = e;
      }
    }
    throw refused == null ? new IOException("no place for the programs of PostgreSQL") : refused;
  }

  private static Path userCache() {
    var cache = System.getenv("XDG_CACHE_HOME");
    var root =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return root.toAbsolutePath().resolve("duijie");
  }

  private static Path unpackedIn(Path root, String name, URL archive) throws IOException {
    var home = root.resolve(name);
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(root);
    try (var channel =
            FileChannel.open(
                root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (Files.isDirectory(home) || !lock.isValid()) {
        return home;
      }
      var staging = root.resolve(name + ".new");
      Folders.delete(staging);
      unpack(archive, staging);
      try {
        Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(staging, home);
      }
      return home;
    }
  }

  private static void unpack(URL archive, Path into) throws IOException {
    try (var in = archive.openStream();
        var tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)), "UTF-8")) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        write(entry, tar, target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Folders.createParents(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    if ((entry.getMode() & 0100) != 0
        && target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
      permissions.addAll(
          EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE));
      Files.setPosixFilePermissions(target, permissions);
    }
  }

  private static URL archive() {
    var name = "postgres-" + system() + "-" + machine() + ".txz";
    @Nullable URL archive = PostgresBinaries.class.getResource("/" + name);
    if (archive == null) {
      throw new CannotStart(
          "no-embedded-database",
          "本程序没有带适合这台机器的 PostgreSQL（" + name + "）。请用环境变量 DUIJIE_DATABASE_URL 指定一个数据库。",
          "There is no PostgreSQL for this machine in the program ("
              + name
              + "). Name a database in the environment variable DUIJIE_DATABASE_URL.");
    }
    return archive;
  }

  private static String system() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return "windows";
    }
    return system.startsWith("mac") ? "darwin" : "linux";
  }

  private static String machine() {
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (machine) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> machine;
    };
  }

  /** Changes with the archive, and is read from the jar's directory without reading the archive. */
  private static String fingerprint(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (var file = jar.getJarFile()) {
        var entry = file.getJarEntry(jar.getEntryName());
        return String.format(Locale.ROOT, "%08x-%d", entry.getCrc(), entry.getSize());
      }
    }
    throw new IOException("not in a jar: " + archive);
  }
}
