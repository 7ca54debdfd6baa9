package duijie.agencies;

import duijie.regions.Region;
import duijie.regions.Regions;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells places out where several have the name: an agency means the one near its own. */
@Singleton
final class NearPlaces {

  private final Regions regions;

  NearPlaces(Regions regions) {
    this.regions = regions;
  }

  /**
   * The answers with such names spelled out.
   *
   * @param agency whose they are
   * @param declared what it says of itself already
   */
  Answers spelled(Answers typed, Agency agency, Answers declared) {
    var home = home(agency, declared);
    if (home == null) {
      return typed;
    }
    var spelled = new EnumMap<Column, List<String>>(Column.class);
    spelled.putAll(typed.values());
    for (var column : List.of(Column.REGISTERED_REGION, Column.SERVICE_REGIONS)) {
      spelled.computeIfPresent(
          column, (c, texts) -> texts.stream().map(text -> lines(text, home)).toList());
    }
    return new Answers(spelled);
  }

  private String lines(String text, Region.Code home) {
    return text.lines()
        .map(line -> line.isBlank() ? line : regions.spelled(line, home))
        .collect(Collectors.joining("\n"));
  }

  private Region.@Nullable Code home(Agency agency, Answers declared) {
    var typed = declared.one(Column.REGISTERED_REGION);
    return !typed.isBlank() && regions.read(typed) instanceof Regions.Reading.Found(var region)
        ? region.code()
        : agency.registeredRegion();
  }
}
