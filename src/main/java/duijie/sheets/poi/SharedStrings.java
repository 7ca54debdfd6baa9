package duijie.sheets.poi;

import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a workbook, which its cells refer to by number. */
final class SharedStrings {

  /** One more than Excel permits in a cell, so that longer ones are noticed. */
  static final int LONGEST = 32_768;

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final List<String> texts;

  private SharedStrings(List<String> texts) {
    this.texts = texts;
  }

  static SharedStrings of(Parts parts, Book book, Allowance allowance) throws RefusedWorkbook {
    var texts = new ArrayList<String>();
    var part = parts.related(book.part(), "sharedStrings");
    if (part == null || !parts.has(part)) {
      return new SharedStrings(texts);
    }
    var text = new StringBuilder();
    try (var xml = parts.xml(part)) {
      for (int event = xml.next(); event != Xml.FINISHED; event = xml.next()) {
        if (event == Xml.START && xml.name().equals("si")) {
          text.setLength(0);
          read(xml, text);
          allowance.sharedText(text.length());
          if (texts.size() >= allowance.limits().sharedStrings()) {
            throw new RefusedWorkbook(ProblemCode.TOO_MUCH_TEXT, "文件中不同的文字太多。请拆分成几个文件后分别导入。");
          }
          texts.add(decode(text.toString()));
        }
      }
    }
    return new SharedStrings(texts);
  }

  String get(int index) throws RefusedWorkbook {
    if (index < 0 || index >= texts.size()) {
      throw Xml.damaged();
    }
    return texts.get(index);
  }

  /** Appends all text runs of the element that starts here, without hints of pronunciation. */
  static void read(Xml xml, StringBuilder text) throws RefusedWorkbook {
    boolean inText = false;
    for (int open = 1; open > 0; ) {
      switch (xml.next()) {
        case Xml.START -> {
          if (xml.name().equals("rPh")) {
            xml.skip();
          } else {
            open++;
            inText = xml.name().equals("t");
          }
        }
        case Xml.END -> {
          open--;
          inText = false;
        }
        case Xml.TEXT -> {
          if (inText) {
            xml.text(text, LONGEST);
          }
        }
        default -> throw Xml.damaged();
      }
    }
  }

  /** Excel writes control characters as {@code _x000D_}. */
  static String decode(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
        : text;
  }
}
