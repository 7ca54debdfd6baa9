package duijie.shared.yaml;

import duijie.shared.FileError;
import duijie.shared.FilePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with some files, so that its author mends it in one pass. */
public final class FileErrors {

  private final List<FileError> all = new ArrayList<>();

  private FileErrors() {}

  /** Nothing wrong so far. */
  public static FileErrors none() {
    return new FileErrors();
  }

  public void add(FilePlace place, String code, String sentence, String english) {
    add(new FileError(place.file(), place.line(), place.column(), code, sentence, english));
  }

  public void add(FileError error) {
    all.add(error);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** By file, line and column, each once. */
  public List<FileError> inOrder() {
    return all.stream()
        .distinct()
        .sorted(
            Comparator.comparing(FileError::file)
                .thenComparingInt(FileError::line)
                .thenComparingInt(FileError::column))
        .toList();
  }
}
