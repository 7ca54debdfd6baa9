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
