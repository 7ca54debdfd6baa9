package duijie.shared.yaml;

import duijie.shared.FilePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The contents of the files that people write rules in. */
public final class RuleFiles {

  private final List<String> names;

  private RuleFiles(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Files of these names, all of which have to be there. */
  public static RuleFiles of(List<String> names) {
    return new RuleFiles(names);
  }

  /** Those of a folder, by name; one that is missing is told to the errors. */
  public SortedMap<String, byte[]> in(Path folder, FileErrors errors) {
    var contents = new TreeMap<String, byte[]>();
    for (var name : names) {
      try {
        contents.put(name, SourceFile.beginning(folder.resolve(name)));
      } catch (IOException e) {
        errors.add(
            FilePlace.startOf(name),
            "missing-file",
            "缺少文件“" + name + "”，或者无法读取。",
            "The file is missing or cannot be read.");
      }
    }
    return contents;
  }

  /**
   * Those that ship with the product, by name.
   *
   * @param path of their folder on the class path, with a slash at both ends
   */
  public SortedMap<String, byte[]> shipped(String path) {
    var contents = new TreeMap<String, byte[]>();
    for (var name : names) {
      try (var stream = RuleFiles.class.getResourceAsStream(path + name)) {
        if (stream == null) {
          throw new IllegalStateException("not shipped: " + name);
        }
        contents.put(name, stream.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return contents;
  }
}
