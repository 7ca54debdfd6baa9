package duijie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where each faulty workbook is written back to.
 *
 * @param places by the workbook as it came in
 */
record Returned(Map<Path, Path> places) {

  private static final String SUFFIX = "-错误原因";

  Returned {
    places = Map.copyOf(places);
  }

  /**
   * Plans a place in the folder for each of the workbooks, so that none takes that of another. One
   * that has been returned before keeps its name.
   */
  static Returned into(Path folder, Collection<Path> workbooks) {
    var places = new LinkedHashMap<Path, Path>();
    for (var workbook : workbooks) {
      var name = name(workbook);
      var place = folder.resolve(name + ".xlsx");
      for (int number = 2; places.containsValue(place); number++) {
        place = folder.resolve(name + "-" + number + ".xlsx");
      }
      places.put(key(workbook), place);
    }
    return new Returned(places);
  }

  /** Where this workbook goes. */
  Path of(Path workbook) {
    return Objects.requireNonNull(places.get(key(workbook)));
  }

  /** A place that is that file, if there is one. */
  Optional<Path> at(Path file) throws IOException {
    for (var place : places.values()) {
      if (isSame(place, file)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** Whether both name one file, by whatever way, there or still to be made. */
  static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(one) && Files.exists(other)
        ? Files.isSameFile(one, other)
        : key(one).equals(key(other));
  }

  private static String name(Path workbook) {
    var name = String.valueOf(workbook.getFileName());
    int dot = name.lastIndexOf('.');
    var base = dot < 0 ? name : name.substring(0, dot);
    return base.endsWith(SUFFIX) ? base : base + SUFFIX;
  }

  private static Path key(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
