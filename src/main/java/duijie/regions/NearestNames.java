package duijie.regions;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The divisions whose names come nearest to a text that names none. */
final class NearestNames {

  /** Of two characters one would have to be wrong, and too much is as near as that. */
  private static final int SHORTEST = 3;

  /** Longer texts are no misspelt name. */
  private static final int LONGEST = 12;

  private final RegionTree tree;

  /** The divisions down to the counties. */
  private final int[] wide;

  NearestNames(RegionTree tree) {
    this.tree = tree;
    wide =
        IntStream.range(0, tree.size())
            .filter(node -> tree.region(node).level() != Region.Level.TOWN)
            .filter(node -> !tree.placeholder(node))
            .toArray();
  }

  /**
   * The nearest ones, best first.
   *
   * @param within the division in which to look, or {@link RegionTree#NONE} for the whole country
   *     down to the counties
   */
  List<Integer> nearest(String text, int within, int limit) {
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return List.of();
    }
    return nodes(within)
        .filter(node -> sharesCharacter(text, RegionNames.stem(tree.region(node))))
        .mapToObj(node -> new Near(node, distance(text, node)))
        .filter(near -> near.distance <= text.length() / 3)
        .sorted(Comparator.comparingInt(Near::distance).thenComparingInt(Near::node))
        .limit(limit)
        .map(Near::node)
        .toList();
  }

  private IntStream nodes(int within) {
    if (within == RegionTree.NONE) {
      return IntStream.of(wide);
    }
    return tree.region(within).level() == Region.Level.PROVINCE
        ? IntStream.of(wide).filter(node -> node != within && tree.covers(within, node))
        : IntStream.range(within + 1, tree.end(within)).filter(node -> !tree.placeholder(node));
  }

  private record Near(int node, int distance) {}

  private int distance(String text, int node) {
    var region = tree.region(node);
    return Math.min(
        distance(text, RegionNames.plain(region.name())), distance(text, RegionNames.stem(region)));
  }

  /** Levenshtein's: insertions, deletions and replacements of one character. */
  private static int distance(String a, String b) {
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static boolean sharesCharacter(String text, String stem) {
    for (int i = 0; i < stem.length(); i++) {
      if (text.indexOf(stem.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
