package duijie.regions;

import java.util.List;
import java.util.Optional;

/** The tree of administrative divisions. Immutable; one instance serves all threads. */
public interface Regions {

  /** The division with this code, if there is one today. */
  Optional<Region> find(Region.Code code);

  /** The divisions directly below this one, in code order; none for an unknown code or a town. */
  List<Region> children(Region.Code code);

  /** All provinces in code order. */
  List<Region> provinces();

  /**
   * The division and those it lies in, highest first; a part that is not in the tree is left out.
   */
  List<Region> path(Region.Code code);

  /**
   * The names from the province down, joined by {@code /}: 四川省/广元市/旺苍县. The bare code where the
   * code is unknown.
   */
  String pathName(Region.Code code);

  /**
   * What a person typed, as a code in any usual length or as a path of names, understood as far as
   * it can be.
   */
  Reading read(String text);

  /**
   * The same by somebody who is at home there: where several divisions fit, the one nearest to home
   * is meant, in the same county, prefecture or province.
   */
  default Reading read(String text, Region.Code home) {
    var reading = read(text);
    return reading instanceof Reading.Ambiguous several ? nearest(several, text, home) : reading;
  }

  private Reading nearest(Reading.Ambiguous several, String text, Region.Code home) {
    for (var around : path(home).reversed()) {
      var near =
          several.candidates().stream().filter(r -> path(r.code()).contains(around)).toList();
      if (near.size() == 1) {
        return new Reading.Found(near.getFirst());
      }
      // Only the first of many are named as candidates.
      if (near.isEmpty()
          && around.level() != Region.Level.TOWN
          && read(pathName(around.code()) + "/" + text) instanceof Reading.Found found) {
        return found;
      }
    }
    return several;
  }

  /**
   * The text, or the path of the division that somebody at home there means by a name of several.
   */
  default String spelled(String text, Region.Code home) {
    return read(text) instanceof Reading.Ambiguous several
            && nearest(several, text, home) instanceof Reading.Found(var region)
        ? pathName(region.code())
        : text;
  }

  /** What came of reading a region that a person typed. */
  sealed interface Reading {

    /** One division is meant. */
    record Found(Region region) implements Reading {}

    /**
     * A well-formed code that is not in the tree: retired, or of a later year. The nearest known
     * ancestors come first.
     */
    record Retired(Region.Code code, List<Region> knownAncestors) implements Reading {}

    /** Several divisions fit; at most ten are given. */
    record Ambiguous(List<Region> candidates) implements Reading {}

    /** Nothing fits; the candidates are the nearest names, at most five, possibly none. */
    record Unknown(List<Region> candidates) implements Reading {}
  }
}
