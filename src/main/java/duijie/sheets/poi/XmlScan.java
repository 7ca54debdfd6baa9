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
    for (int i = 0; i < count; i++) {
      byte symbol = bytes[i];
      if (inTag) {
        tag(symbol);
      } else if (symbol == '<') {
        inTag = true;
        length = 0;
        quote = 0;
        previous = 0;
      }
    }
  }

  private void tag(byte symbol) throws RefusedWorkbook {
    if (symbol == 0) {
      return;
    }
    if (++length == 1) {
      first = symbol;
    } else if (length == 2 && first == '!' && symbol >= 'A' && symbol <= 'Z') {
      throw Xml.unsafe("含有文档类型或实体声明");
    } else if (length > LONGEST_TAG) {
      throw Xml.unsafe("含有异常长的标记");
    }
    if (quote != 0) {
      quote = symbol == quote ? 0 : quote;
    } else if (symbol == '>') {
      end();
    } else if ((symbol == '"' || symbol == '\'') && first != '!' && first != '?') {
      quote = symbol;
    }
    previous = symbol;
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
