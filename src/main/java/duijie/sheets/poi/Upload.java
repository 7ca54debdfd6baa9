package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;
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

  /** Of a part that is held in memory as a tree, and of all such parts together. */
  private static final int MOST_BYTES_OF_TREE = 8 << 20;

  private static final int MOST_BYTES_OF_TREES = 16 << 20;

  private final ZipFile zip;
  private int bytesOfTrees;

  Upload(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  Iterable<ZipEntry> entries() {
    return () -> zip.stream().map(ZipEntry.class::cast).iterator();
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** Opens a part that must be there, to copy it as it is. */
  InputStream open(String name) throws IOException {
    return zip.getInputStream(entry(name));
  }

  /** Opens a part that must be there, to parse it. */
  InputStream openXml(String name) throws IOException {
    var entry = entry(name);
    try {
      WorkbookGuard.checkXml(zip, entry, new Allowance(Limits.STANDARD));
    } catch (RefusedWorkbook refused) {
      throw new UnmarkableException(refused.sentence());
    }
    return zip.getInputStream(entry);
  }

  private ZipEntry entry(String name) throws UnmarkableException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnmarkableException("no part " + name);
    }
    return entry;
  }

  /** A part as a tree. */
  PartTree tree(String name) throws IOException {
    try (var in = openXml(name)) {
      var bytes = in.readNBytes(MOST_BYTES_OF_TREE + 1);
      bytesOfTrees += bytes.length;
      if (bytes.length > MOST_BYTES_OF_TREE || bytesOfTrees > MOST_BYTES_OF_TREES) {
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
