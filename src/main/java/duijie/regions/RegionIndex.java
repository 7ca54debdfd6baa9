package duijie.regions;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which divisions a name may mean, the whole country over. Built at every start of a command, so it
 * is made of plain arrays: the meanings of one name form a chain.
 */
final class RegionIndex {

  /** Stands for "no more meanings". */
  static final int END = -1;

  private static final RegionNames.Kind[] KINDS = RegionNames.Kind.values();

  private final Map<String, Integer> heads;
  private int[] meanings;
  private int[] next;
  private int size;
  private int longest;

  RegionIndex(RegionTree tree) {
    int expected = 3 * tree.size();
    heads = HashMap.newHashMap(expected);
    meanings = new int[expected];
    next = new int[expected];
    var names = new Names();
    for (int node = 0; node < tree.size(); node++) {
      names.node = node;
      RegionNames.of(tree, node, names);
    }
  }

  /** Takes the names of one node after another. */
  private final class Names implements RegionNames.Sink {
    private int node;

    @Override
    public void accept(String name, RegionNames.Kind kind) {
      if (size == meanings.length) {
        meanings = Arrays.copyOf(meanings, 2 * size);
        next = Arrays.copyOf(next, 2 * size);
      }
      var before = heads.put(name, size);
      meanings[size] = node * KINDS.length + kind.ordinal();
      next[size] = before == null ? END : before;
      size++;
      longest = Math.max(longest, name.length());
    }
  }

  /** The most characters that a name has. */
  int longest() {
    return longest;
  }

  /** The first meaning of a name, or {@link #END}. */
  int first(String name) {
    return heads.getOrDefault(name, END);
  }

  /** The meaning after this one, or {@link #END}; a division may come more than once. */
  int next(int meaning) {
    return next[meaning];
  }

  int node(int meaning) {
    return meanings[meaning] / KINDS.length;
  }

  RegionNames.Kind kind(int meaning) {
    return KINDS[meanings[meaning] % KINDS.length];
  }
}
