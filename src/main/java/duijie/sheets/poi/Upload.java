package duijie.sheets.poi;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an uploaded workbook that {@link WorkbookGuard} has let pass. */
final class Upload implements Closeable {

  /** Of a part that is held in memory as a tree. */
  private static final int MOST_BYTES_OF_TREE = 8 << 20;

  private final ZipFile zip;

  Upload(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  Iterable<ZipEntry> entries() {
    return () -> zip.stream().map(ZipEntry.class::cast).iterator();
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** Opens a part that must be there. */
  InputStream open(String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnmarkableException("no part " + name);
    }
    return zip.getInputStream(entry);
  }

  /** A part as a tree. */
  PartTree tree(String name) throws IOException {
    try (var in = open(name)) {
      var bytes = in.readNBytes(MOST_BYTES_OF_TREE + 1);
      if (bytes.length > MOST_BYTES_OF_TREE) {
        throw new UnmarkableException("too large: " + name);
      }
      return PartTree.read(bytes);
    }
  }

  /** A part as a tree, or null where there is none. */
  @Nullable PartTree treeIfPresent(String name) throws IOException {
    return has(name) ? tree(name) : null;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The part that a target names, seen from the folder of another part. */
  static String resolve(String from, String target) {
    var segments = new ArrayDeque<String>();
    int folder = from.lastIndexOf('/');
    var whole = target.startsWith("/") ? target : from.substring(0, folder + 1) + target;
    for (var segment : whole.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  /** The part that holds another part's relations. */
  static String relationsOf(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
  }
}
