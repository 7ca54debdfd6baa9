package duijie.regions;

import duijie.regions.RegionNames.Kind;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A path of names, read from the left: at each place the divisions that the text so far can mean.
 * Every name must lie in the one before it; levels may be skipped.
 */
final class NamePath {

  private final RegionTree tree;
  private final RegionIndex index;
  private final String text;

  /** The places that no name may cross. */
  private final BitSet borders;

  private final TreeMap<Integer, Map<Integer, Kind>> meanings = new TreeMap<>();

  private NamePath(RegionTree tree, RegionIndex index, String text, BitSet borders) {
    this.tree = tree;
    this.index = index;
    this.text = text;
    this.borders = borders;
  }

  /**
   * Reads the text as far as it goes.
   *
   * @param text names without anything between them
   * @param borders the places in the text where one name certainly ends
   */
  static NamePath of(RegionTree tree, RegionIndex index, String text, BitSet borders) {
    var path = new NamePath(tree, index, text, borders);
    path.step(0, Map.of());
    for (var place = path.meanings.firstEntry();
        place != null && place.getKey() < text.length();
        place = path.meanings.higherEntry(place.getKey())) {
      path.step(place.getKey(), place.getValue());
    }
    return path;
  }

  private void step(int start, Map<Integer, Kind> wider) {
    int border = borders.nextSetBit(start + 1);
    int limit = Math.min(border < 0 ? text.length() : border, start + index.longest());
    for (int end = start + 1; end <= limit; end++) {
      for (int meaning = index.first(text.substring(start, end));
          meaning != RegionIndex.END;
          meaning = index.next(meaning)) {
        int node = index.node(meaning);
        if (start == 0 || liesInOneOf(wider, node)) {
          meanings
              .computeIfAbsent(end, place -> new TreeMap<>())
              .merge(node, index.kind(meaning), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
  }

  private boolean liesInOneOf(Map<Integer, Kind> wider, int node) {
    for (int above = tree.parent(node); above != RegionTree.NONE; above = tree.parent(above)) {
      if (wider.containsKey(above)) {
        return true;
      }
    }
    return false;
  }

  /** How many characters were understood. */
  int understood() {
    return meanings.isEmpty() ? 0 : meanings.lastKey();
  }

  boolean complete() {
    return !meanings.isEmpty() && understood() == text.length();
  }

  /** What was not understood. */
  String rest() {
    return text.substring(understood());
  }

  /** The divisions that the understood part most likely means, widest first. */
  List<Integer> best() {
    return meanings.isEmpty() ? List.of() : best(meanings.lastEntry().getValue());
  }

  /**
   * The nearest kind of name decides. A stem that is a province's means the province; a town is
   * thought of only where nothing wider has the name; and a division is meant rather than what lies
   * in it.
   */
  private List<Integer> best(Map<Integer, Kind> candidates) {
    var nearest = candidates.values().stream().min(Kind::compareTo).orElseThrow();
    var nodes = candidates.keySet().stream().filter(n -> candidates.get(n) == nearest).toList();
    var provinces = ofLevel(nodes, List.of(Region.Level.PROVINCE));
    if (!provinces.isEmpty()) {
      return provinces;
    }
    var wide = ofLevel(nodes, List.of(Region.Level.CITY, Region.Level.COUNTY));
    var likely = wide.isEmpty() ? nodes : wide;
    return likely.stream()
        .filter(node -> likely.stream().allMatch(other -> tree.covers(node, other)))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> widestFirst(likely));
  }

  private List<Integer> ofLevel(Collection<Integer> nodes, List<Region.Level> levels) {
    return nodes.stream().filter(n -> levels.contains(tree.region(n).level())).toList();
  }

  private List<Integer> widestFirst(List<Integer> nodes) {
    return nodes.stream()
        .sorted(
            (a, b) -> {
              int byLevel = tree.region(a).level().compareTo(tree.region(b).level());
              return byLevel != 0 ? byLevel : Integer.compare(a, b);
            })
        .toList();
  }
}
