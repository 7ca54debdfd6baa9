package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;

/**
 * Looks over the bytes of a part's XML before any parser sees it: no declarations of types or
 * entities, no endless tags or texts, no bottomless nesting. Parsers hold a tag or a text in memory
 * as a whole, so these bounds are what keeps them small. The bytes are those of an encoding that
 * leaves ASCII alone: see {@link XmlBytes}.
 */
final class XmlScan {

  private static final int LONGEST_TAG = 1 << 16;

  /** Between two tags; Excel permits 32,767 characters in a cell, and each may be an escape. */
  private static final int LONGEST_TEXT = 4 << 20;

  private static final int DEEPEST = 100;

  /** Where in the XML the next byte is. */
  private enum Place {
    TEXT,
    OPENED,
    TAG,
    DECLARATION,
    COMMENT_OPENED,
    COMMENT,
    CHARACTER_DATA,
    INSTRUCTION
  }

  private Place place = Place.TEXT;

  /** Of the tag, or between tags: text, comments, character data and instructions. */
  private int length;

  private int between;
  private boolean closing;
  private byte previous;
  private byte quote;
  private int run;
  private int depth;

  void scan(byte[] bytes, int count) throws RefusedWorkbook {
    int i = 0;
    while (i < count) {
      switch (place) {
        case TEXT -> i = text(bytes, i, count);
        case OPENED -> {
          byte symbol = bytes[i];
          place = symbol == '!' ? Place.DECLARATION : symbol == '?' ? Place.INSTRUCTION : Place.TAG;
          closing = symbol == '/';
          length = 0;
          quote = 0;
          previous = 0;
          run = 0;
          // A tag's first byte may already be its last.
          i += place == Place.TAG ? 0 : 1;
        }
        case TAG -> i = tag(bytes, i, count);
        case DECLARATION -> place = declaration(bytes[i++]);
        case COMMENT_OPENED -> {
          i++;
          place = Place.COMMENT;
        }
        case COMMENT -> i = until(bytes, i, count, '-', 2);
        case CHARACTER_DATA -> i = until(bytes, i, count, ']', 2);
        case INSTRUCTION -> i = until(bytes, i, count, '?', 1);
      }
    }
  }

  private int text(byte[] bytes, int from, int count) throws RefusedWorkbook {
    int i = from;
    while (i < count && bytes[i] != '<') {
      i++;
    }
    between(i - from);
    if (i < count) {
      place = Place.OPENED;
      i++;
    }
    return i;
  }

  /** Goes on to the end of the tag, or of the bytes; most bytes of a workbook pass here. */
  private int tag(byte[] bytes, int from, int count) throws RefusedWorkbook {
    byte open = quote;
    int i = from;
    while (i < count) {
      byte symbol = bytes[i++];
      if (open != 0) {
        while (symbol != open && i < count) {
          symbol = bytes[i++];
        }
        open = symbol == open ? 0 : open;
      } else if (symbol == '>') {
        place = Place.TEXT;
        between = 0;
        nest((i - 2 < from ? previous : bytes[i - 2]) == '/');
        break;
      } else if (symbol == '"' || symbol == '\'') {
        open = symbol;
      }
    }
    quote = open;
    previous = bytes[i - 1];
    length += i - from;
    if (length > LONGEST_TAG) {
      throw Xml.unsafe("含有异常长的标记");
    }
    return i;
  }

  private void nest(boolean closed) throws RefusedWorkbook {
    if (closing) {
      depth--;
    } else if (!closed && ++depth > DEEPEST) {
      throw Xml.unsafe("标记嵌套过深");
    }
  }

  private static Place declaration(byte symbol) throws RefusedWorkbook {
    return switch (symbol) {
      case '-' -> Place.COMMENT_OPENED;
      case '[' -> Place.CHARACTER_DATA;
      default -> throw Xml.unsafe("含有文档类型或实体声明");
    };
  }

  /** Goes on to a {@code >} after so many of this symbol, or to the end of the bytes. */
  private int until(byte[] bytes, int from, int count, char symbol, int times)
      throws RefusedWorkbook {
    int i = from;
    while (i < count) {
      byte found = bytes[i++];
      if (found == '>' && run >= times) {
        place = Place.TEXT;
        break;
      }
      run = found == symbol ? run + 1 : 0;
    }
    between(i - from);
    return i;
  }

  private void between(int more) throws RefusedWorkbook {
    between += more;
    if (between > LONGEST_TEXT) {
      throw Xml.unsafe("含有异常长的文字");
    }
  }
}
