package duijie.shared.yaml;

import duijie.shared.FilePlace;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A text of a file together with where each of its characters stands in the file. */
public final class Scalar {

  private final SourceFile file;
  private final ScalarNode node;

  private Scalar(SourceFile file, ScalarNode node) {
    this.file = file;
    this.node = node;
  }

  static Scalar of(SourceFile file, ScalarNode node) {
    return new Scalar(file, node);
  }

  public String value() {
    return node.getValue();
  }

  public FilePlace start() {
    return file.place(node);
  }

  /**
   * The place of the character with this index (in code points) in the value.
   *
   * <p>YAML drops indentation, folds lines and undoes escapes, but keeps every other character in
   * its order, so the place is found by walking along value and file together.
   */
  public FilePlace place(int index) {
    int[] raw = file.symbols();
    int[] value = value().codePoints().toArray();
    int end = node.getEndMark().getIndex();
    int at = contentStart(raw, end);
    var style = node.getScalarStyle();
    for (int i = 0; i < value.length; i++) {
      int here = at;
      if (blank(value[i])) {
        at +=
            at < end && (blank(raw[at]) || style == ScalarStyle.DOUBLE_QUOTED) ? width(raw, at) : 0;
      } else {
        here = skipBlanks(raw, at, end);
        at = here + width(raw, here);
      }
      if (i == index) {
        return file.place(here);
      }
    }
    return file.place(Math.min(at, end));
  }

  private int contentStart(int[] raw, int end) {
    int at = node.getStartMark().getIndex();
    return switch (node.getScalarStyle()) {
      case LITERAL, FOLDED -> {
        while (at < end && raw[at] != '\n') {
          at++;
        }
        yield at + 1;
      }
      case SINGLE_QUOTED, DOUBLE_QUOTED -> at + 1;
      default -> at;
    };
  }

  private int skipBlanks(int[] raw, int from, int end) {
    int at = from;
    while (at < end && (blank(raw[at]) || continuesLine(raw, at))) {
      at++;
    }
    return at;
  }

  private boolean continuesLine(int[] raw, int at) {
    return node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
        && raw[at] == '\\'
        && at + 1 < raw.length
        && raw[at + 1] == '\n';
  }

  /** How many characters of the file stand for the one character that begins here. */
  private int width(int[] raw, int at) {
    if (at + 1 >= raw.length) {
      return 1;
    }
    if (node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED && raw[at] == '\'') {
      return 2;
    }
    if (node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && raw[at] == '\\') {
      return switch (raw[at + 1]) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    return 1;
  }

  private static boolean blank(int symbol) {
    return symbol == ' ' || symbol == '\t' || symbol == '\n' || symbol == '\r';
  }
}
