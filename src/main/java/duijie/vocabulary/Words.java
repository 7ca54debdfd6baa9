package duijie.vocabulary;

import duijie.shared.FullWidth;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list of words that finds itself in texts: a trie whose edges lie in one hash table, so that a
 * step costs one look-up. Words and texts must be {@linkplain #folded folded}.
 */
public final class Words {

  private static final int ROOT = 0;
  private static final int NOTHING = -1;

  /** Edges: parent node and character, and in parallel the child node. */
  private long[] edges = new long[1024];

  private int[] children = new int[1024];

  /** For each node the word that ends there, or null. */
  private @Nullable String[] ends = new @Nullable String[1024];

  private int nodes = 1;

  public Words(Collection<String> words) {
    for (var word : words) {
      int node = ROOT;
      for (int i = 0; i < word.length(); i++) {
        node = grow(node, word.charAt(i));
      }
      if (node != ROOT) {
        ends[node] = word;
      }
    }
  }

  /**
   * A word found in a text.
   *
   * @param start the place of its first character
   * @param word the word itself
   */
  public record Hit(int start, String word) {

    /** The place after its last character. */
    public int end() {
      return start + word.length();
    }
  }

  /**
   * The text as it is compared: compatibility forms such as full-width letters made plain, small
   * letters, and without characters that are not seen.
   */
  public static String folded(String text) {
    var quick = foldedQuickly(text);
    if (quick != null) {
      return quick;
    }
    var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var seen = new StringBuilder(normal.length());
    normal
        .codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> !unseen(c))
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  /** The folded text, or null where it has signs for which that takes more than one table. */
  private static @Nullable String foldedQuickly(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      char c = FullWidth.narrow(text.charAt(i));
      if (c >= 'A' && c <= 'Z') {
        c += 'a' - 'A';
      } else if (c == '\n' || c == '\r' || c == '\t') {
        c = ' ';
      } else if (!(c >= '\u4E00' && c <= '\u9FFF') && !(c >= ' ' && c <= '~') && !unchanged(c)) {
        return null;
      }
      folded[i] = c;
    }
    return new String(folded);
  }

  /** Signs of Chinese texts that stay as they are. */
  private static boolean unchanged(char c) {
    return switch (c) {
      case '\u3001', '\u3002', '\u300A', '\u300B', '\u2014', '\u201C', '\u201D' -> true;
      default -> false;
    };
  }

  private static boolean unseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> false;
    };
  }

  /** Every word in the text, nested and overlapping ones too, in the order of their starts. */
  public List<Hit> all(String text) {
    var hits = new ArrayList<Hit>();
    for (int start = 0; start < text.length(); start++) {
      int node = ROOT;
      for (int i = start; i < text.length(); i++) {
        node = child(node, text.charAt(i));
        if (node == NOTHING) {
          break;
        }
        var word = ends[node];
        if (word != null) {
          hits.add(new Hit(start, word));
        }
      }
    }
    return hits;
  }

  /** The longest words first, those that overlap them left out, in the order of the text. */
  public List<Hit> longest(String text) {
    var taken = new boolean[text.length()];
    return all(text).stream()
        .sorted(
            Comparator.comparingInt((Hit hit) -> -hit.word().length()).thenComparingInt(Hit::start))
        .filter(hit -> take(taken, hit))
        .sorted(Comparator.comparingInt(Hit::start))
        .toList();
  }

  private static boolean take(boolean[] taken, Hit hit) {
    for (int i = hit.start(); i < hit.end(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    Arrays.fill(taken, hit.start(), hit.end(), true);
    return true;
  }

  private int child(int node, char c) {
    long edge = edge(node, c);
    for (int slot = slot(edge); edges[slot] != 0; slot = (slot + 1) & (edges.length - 1)) {
      if (edges[slot] == edge) {
        return children[slot];
      }
    }
    return NOTHING;
  }

  private int grow(int node, char c) {
    int known = child(node, c);
    if (known != NOTHING) {
      return known;
    }
    if (2 * nodes >= edges.length) {
      var oldEdges = edges;
      var oldChildren = children;
      edges = new long[2 * oldEdges.length];
      children = new int[edges.length];
      ends = Arrays.copyOf(ends, edges.length);
      for (int slot = 0; slot < oldEdges.length; slot++) {
        if (oldEdges[slot] != 0) {
          put(oldEdges[slot], oldChildren[slot]);
        }
      }
    }
    put(edge(node, c), nodes);
    return nodes++;
  }

  private void put(long edge, int child) {
    int slot = slot(edge);
    while (edges[slot] != 0) {
      slot = (slot + 1) & (edges.length - 1);
    }
    edges[slot] = edge;
    children[slot] = child;
  }

  /** Never 0, which stands for an empty slot. */
  private static long edge(int node, char c) {
    return (((long) node << 16) | c) + 1;
  }

  private int slot(long edge) {
    return (int) (edge * 0x9E3779B97F4A7C15L >>> 33) & (edges.length - 1);
  }
}
