package duijie.sheets.poi;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an uploaded workbook, within limits: what it says of its own sizes is not trusted.
 */
final class Upload implements Closeable {

  private static final int MOST_PARTS = 1_000;

  /** Of all reading together; each sheet is read twice. */
  private static final long MOST_BYTES = 500L << 20;

  /** Of a part that is held in memory as a tree. */
  private static final int MOST_BYTES_OF_TREE = 8 << 20;

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private long read;

  Upload(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    try {
      zip.stream().limit(MOST_PARTS + 1).forEach(entry -> entries.put(entry.getName(), entry));
      if (zip.size() > MOST_PARTS) {
        throw new UnmarkableException("too many parts: " + zip.size());
      }
      if (entries.keySet().stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
        throw new UnmarkableException("macros are not handed back");
      }
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  Iterable<ZipEntry> entries() {
    return () -> zip.stream().map(ZipEntry.class::cast).iterator();
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Opens a part that must be there. */
  InputStream open(String name) throws IOException {
    var entry = entries.get(name);
    if (entry == null) {
      throw new UnmarkableException("no part " + name);
    }
    return new Counted(zip.getInputStream(entry));
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

  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int bytes) throws IOException {
      read += bytes;
      if (read > MOST_BYTES) {
        throw new UnmarkableException("unpacks too large");
      }
    }
  }
}
