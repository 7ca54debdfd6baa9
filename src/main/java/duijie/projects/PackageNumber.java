package duijie.projects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a package 包: {@code P-001/2} is the second one of the procurement {@code P-001}. A
 * package is what is matched, so each is a project of its own.
 *
 * @param procurement what all packages of one procurement begin with
 * @param number from 1
 */
public record PackageNumber(String procurement, int number) {

  private static final Pattern NUMBER = Pattern.compile("(.+)/([1-9]\\d{0,2})");

  /** The package that a project's id names, if it names one. */
  public static Optional<PackageNumber> of(String id) {
    var parts = NUMBER.matcher(id.strip());
    return parts.matches()
        ? Optional.of(new PackageNumber(parts.group(1).strip(), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** The package that a publication is typed to be, if it is one. */
  public static Optional<PackageNumber> of(Publication publication) {
    return of(publication.typed().getOrDefault(Column.ID, ""));
  }

  /** The same publications, packages of one procurement beside each other and in order. */
  public static List<Publication> together(List<Publication> publications) {
    var groups = new LinkedHashMap<String, List<Publication>>();
    for (var publication : publications) {
      var group =
          of(publication)
              .map(number -> "of " + number.procurement())
              .orElse(publication.id().toString());
      groups.computeIfAbsent(group, any -> new ArrayList<>()).add(publication);
    }
    for (var group : groups.values()) {
      group.sort(Comparator.comparingInt(p -> of(p).map(PackageNumber::number).orElse(0)));
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  /** {@code P-001 第 2 包}. */
  @Override
  public String toString() {
    return procurement + " 第 " + number + " 包";
  }
}
