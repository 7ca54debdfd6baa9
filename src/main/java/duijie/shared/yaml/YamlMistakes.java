package duijie.shared.yaml;

import duijie.shared.FullWidth;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Says of a file that is not well-formed YAML what its author did wrong. A parser stumbles where a
 * mistake takes effect, often a line later; so a sign of Chinese typing is blamed only where the
 * parser gets further with the sign that was meant, and then at its own place.
 */
public final class YamlMistakes {

  /** How many times a file may be parsed again in search of the cause. */
  private static final int MOST_TRIALS = 60;

  /** How many lines above the place where the parser stumbled the cause may stand. */
  private static final int LINES_ABOVE = 2;

  /** A file that parses to its end. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final int[] symbols;
  private final NavigableMap<Integer, String> mended = new TreeMap<>();
  private int trials;

  private YamlMistakes(String text) {
    this.symbols = text.codePoints().toArray();
  }

  /**
   * One thing that is wrong with a file.
   *
   * @param index where, in code points
   * @param sentence what, in Chinese
   * @param english the same in English
   */
  public record Mistake(int index, String sentence, String english) {}

  /** What is wrong with a text that the parser refused in this way; at least one thing. */
  public static List<Mistake> of(String text, YAMLException refusal) {
    if (!(refusal instanceof MarkedYAMLException marked)) {
      return List.of(unmarked(refusal));
    }
    var signs = new YamlMistakes(text).signs(marked);
    return signs.isEmpty() ? List.of(YamlSyntax.explain(marked)) : signs;
  }

  private static Mistake unmarked(YAMLException refusal) {
    return refusal instanceof ReaderException e
        ? new Mistake(
            e.getPosition(), "此处有YAML不允许的控制字符。", "A control character that YAML does not allow.")
        : new Mistake(0, "文件太大或嵌套太深。", "The file is too large or nests too deep.");
  }

  private List<Mistake> signs(MarkedYAMLException first) {
    var mistakes = new ArrayList<Mistake>();
    @Nullable MarkedYAMLException refusal = first;
    while (refusal != null) {
      var cause = cause(refusal);
      if (cause.isEmpty()) {
        break;
      }
      cause.forEach(index -> mistakes.add(mistake(index)));
      refusal = refusal();
    }
    return mistakes;
  }

  /** The signs that stop the parser, mended here; empty where no sign does. */
  private List<Integer> cause(MarkedYAMLException refusal) {
    int stuck = original(problem(refusal));
    int from = lineStart(Math.min(original(YamlSyntax.start(refusal)), linesAbove(stuck)));
    int to = lineEnd(stuck);
    for (int at = from; at < to && trials < MOST_TRIALS; at++) {
      if (FullWidth.is(symbols[at]) && !mended.containsKey(at)) {
        for (var signs : suspects(at, to)) {
          signs.forEach(this::mend);
          trials++;
          var next = refusal();
          if (next == null || original(problem(next)) > stuck) {
            return signs;
          }
          signs.forEach(mended::remove);
        }
      }
    }
    return List.of();
  }

  /** A sign with its partner on the same line, and, where it may stand alone, by itself. */
  private List<List<Integer>> suspects(int at, int to) {
    var suspects = new ArrayList<List<Integer>>();
    int meant = FullWidth.meant(symbols[at]).orElseThrow();
    int partner =
        switch (meant) {
          case '{' -> '}';
          case '[' -> ']';
          case '"', '\'' -> meant;
          default -> 0;
        };
    int end = Math.min(to, lineEnd(at));
    IntStream.range(at + 1, end)
        .filter(i -> partner != 0 && FullWidth.meant(symbols[i]).orElse(0) == partner)
        .limit(1)
        .forEach(i -> suspects.add(List.of(at, i)));
    if (meant != '"' && meant != '\'') {
      suspects.add(List.of(at));
    }
    return suspects;
  }

  /** A colon or comma of YAML counts only before a blank. */
  private void mend(int at) {
    int meant = FullWidth.meant(symbols[at]).orElseThrow();
    mended.put(at, Character.toString(meant) + (needsBlank(at) ? " " : ""));
  }

  private boolean needsBlank(int at) {
    boolean last = at + 1 >= symbols.length || Character.isWhitespace(symbols[at + 1]);
    return FullWidth.meant(symbols[at]).orElse(0) == ':' && !last;
  }

  private Mistake mistake(int at) {
    int sign = symbols[at];
    return new Mistake(
        at, FullWidth.sentence(sign) + (needsBlank(at) ? "，后面空一格。" : "。"), FullWidth.english(sign));
  }

  /** What the parser says of the text as mended so far; null where it is content. */
  private @Nullable MarkedYAMLException refusal() {
    var text = new StringBuilder();
    for (int i = 0; i < symbols.length; i++) {
      var sign = mended.get(i);
      if (sign == null) {
        text.appendCodePoint(symbols[i]);
      } else {
        text.append(sign);
      }
    }
    try {
      var nesting = new Nesting();
      for (var event : new Yaml(new LoaderOptions()).parse(new StringReader(text.toString()))) {
        if (nesting.isHopeless(event)) {
          break;
        }
      }
      return null;
    } catch (MarkedYAMLException e) {
      return e;
    } catch (YAMLException e) {
      return null;
    }
  }

  private static int problem(MarkedYAMLException refusal) {
    var mark = refusal.getProblemMark();
    return mark == null ? NOWHERE : mark.getIndex();
  }

  /** Where a symbol of the mended text stood before it was mended. */
  private int original(int index) {
    int at = index;
    for (var sign : mended.entrySet()) {
      if (sign.getKey() < at) {
        at -= sign.getValue().length() - 1;
      }
    }
    return Math.clamp(at, 0, symbols.length);
  }

  private int linesAbove(int index) {
    int start = lineStart(index);
    for (int i = 0; i < LINES_ABOVE && start > 0; i++) {
      start = lineStart(start - 1);
    }
    return start;
  }

  private int lineStart(int index) {
    int at = Math.min(index, symbols.length);
    while (at > 0 && symbols[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private int lineEnd(int index) {
    int at = index;
    while (at < symbols.length && symbols[at] != '\n') {
      at++;
    }
    return at;
  }
}
