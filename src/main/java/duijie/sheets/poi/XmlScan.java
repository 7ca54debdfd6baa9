package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;

/**
 * Looks over the bytes of a part's XML before any parser sees it: no declarations of types or
 * entities, no endless tags, no bottomless nesting. Zero bytes are passed over, so that UTF-16 is
 * understood as well.
 */
final class XmlScan {

  private static final int LONGEST_TAG = 1 << 16;
  private static final int DEEPEST = 100;

  private boolean inTag;
  private int length;
  private int first;
  private int previous;
  private int quote;
  private int depth;

  void scan(byte[] bytes, int count) throws RefusedWorkbook {
    int i = 0;
    while (i < count) {
      if (inTag) {
        i = tag(bytes, i, count);
      } else {
        while (i < count && bytes[i] != '<') {
          i++;
        }
        if (i < count) {
          i++;
          inTag = true;
          length = 0;
          quote = 0;
          previous = 0;
        }
      }
    }
  }

  /** Goes on to the end of the tag, or of the bytes; every byte of a workbook passes here. */
  private int tag(byte[] bytes, int from, int count) throws RefusedWorkbook {
    int open = quote;
    int last = previous;
    int symbols = length;
    int i = from;
    while (i < count) {
      int symbol = bytes[i++];
      if (symbol == 0) {
        continue;
      }
      if (++symbols <= 2) {
        begin(symbol, symbols);
      }
      if (open != 0) {
        open = symbol == open ? 0 : open;
      } else if (symbol == '>') {
        previous = last;
        end();
        break;
      } else if ((symbol == '"' || symbol == '\'') && first != '!' && first != '?') {
        open = symbol;
      }
      last = symbol;
    }
    if (symbols > LONGEST_TAG) {
      throw Xml.unsafe("含有异常长的标记");
    }
    quote = open;
    previous = last;
    length = symbols;
    return i;
  }

  private void begin(int symbol, int place) throws RefusedWorkbook {
    if (place == 1) {
      first = symbol;
    } else if (first == '!' && symbol >= 'A' && symbol <= 'Z') {
      throw Xml.unsafe("含有文档类型或实体声明");
    }
  }

  private void end() throws RefusedWorkbook {
    inTag = false;
    if (first == '/') {
      depth--;
    } else if (first != '!' && first != '?' && previous != '/' && ++depth > DEEPEST) {
      throw Xml.unsafe("标记嵌套过深");
    }
  }
}
