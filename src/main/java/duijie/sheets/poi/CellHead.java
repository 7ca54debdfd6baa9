package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell stands, and of what type and style its element says it is. A directory has millions
 * of cells, so the attributes are read where the parser holds them and become no texts.
 */
final class CellHead implements Xml.Attributes {

  /** The style of a cell that names none. */
  static final int NO_STYLE = -1;

  /** Past every column that a sheet may have. */
  private static final int FAR = 1 << 20;

  /** No style has a longer number. */
  private static final int MOST_DIGITS = 9;

  private static final String NUMBER = "n";

  private final TypedValueDecoder columns =
      new Decoder((s, from, to) -> column = column(s, from, to));
  private final TypedValueDecoder types = new Decoder((s, from, to) -> type = type(s, from, to));
  private final TypedValueDecoder styles = new Decoder((s, from, to) -> style = style(s, from, to));

  private int column;
  private String type = NUMBER;
  private int style;

  /** Reads the cell that starts here. */
  void read(Xml xml) throws RefusedWorkbook {
    column = 0;
    type = NUMBER;
    style = NO_STYLE;
    xml.attributes(this);
  }

  /** The column that the cell says it is in, from 1; 0 where it says none. */
  int column() {
    return column;
  }

  /** What kind of value it says it has; a number where it says nothing. */
  String type() {
    return type;
  }

  /** The number of its style, or {@link #NO_STYLE}. */
  int style() {
    return style;
  }

  @Override
  public @Nullable TypedValueDecoder decoder(String name) {
    return switch (name) {
      case "r" -> columns;
      case "t" -> types;
      case "s" -> styles;
      default -> null;
    };
  }

  /** The letters at the start of an address such as AB12. */
  private static int column(char[] symbols, int from, int to) {
    int column = 0;
    for (int i = from; i < to && isLetter(symbols[i]); i++) {
      column = Math.min(FAR, column * 26 + (symbols[i] & 0x1F));
    }
    return column;
  }

  private static boolean isLetter(char symbol) {
    return symbol >= 'A' && symbol <= 'Z' || symbol >= 'a' && symbol <= 'z';
  }

  private static String type(char[] symbols, int from, int to) {
    if (to - from == 1) {
      return switch (symbols[from]) {
        case 's' -> "s";
        case 'b' -> "b";
        case 'e' -> "e";
        case 'd' -> "d";
        default -> NUMBER;
      };
    }
    return new String(symbols, from, to - from);
  }

  /** The number; the first style where it is none. */
  private static int style(char[] symbols, int from, int to) {
    int style = 0;
    for (int i = from; i < to; i++) {
      int digit = symbols[i] - '0';
      if (digit < 0 || digit > 9 || to - from > MOST_DIGITS) {
        return 0;
      }
      style = 10 * style + digit;
    }
    return style;
  }

  /** Takes the characters from one place up to another. */
  @FunctionalInterface
  private interface Taking {
    void take(char[] symbols, int from, int to);
  }

  /** What the parser asks for. */
  private static final class Decoder extends TypedValueDecoder {

    private final Taking taking;

    Decoder(Taking taking) {
      this.taking = taking;
    }

    @Override
    public void decode(char[] symbols, int from, int to) {
      taking.take(symbols, from, to);
    }

    @Override
    public void decode(String value) {
      taking.take(value.toCharArray(), 0, value.length());
    }

    @Override
    public void handleEmptyValue() {
      decode("");
    }
  }
}
