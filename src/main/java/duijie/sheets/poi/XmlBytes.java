package duijie.sheets.poi;

import duijie.sheets.RefusedWorkbook;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The bytes of a part's XML in turn, with its markup in ASCII, so that who looks for markup sees
 * what a parser will see. Of UTF-16, which the format permits beside UTF-8, each character becomes
 * a byte; encodings in which markup could hide are refused.
 */
final class XmlBytes {

  /** Encodings whose bytes below 128 are ASCII wherever they could be taken for markup. */
  private static final Set<String> LIKE_ASCII =
      Set.of("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "gbk", "gb2312", "gb18030");

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private boolean begun;

  /** Where in two bytes the lower half of a character stands; -1 where a byte is one. */
  private int lower = -1;

  /**
   * Reduces the bytes in their place.
   *
   * @param count an even number, but for the last ones
   * @return how many they are now
   */
  int reduce(byte[] bytes, int count) throws RefusedWorkbook {
    if (!begun && count > 0) {
      begun = true;
      begin(bytes, count);
    }
    if (lower < 0) {
      return count;
    }
    int reduced = 0;
    for (int i = 0; i + 1 < count; i += 2) {
      byte low = bytes[i + lower];
      bytes[reduced++] = bytes[i + 1 - lower] == 0 && low >= 0 ? low : (byte) 'x';
    }
    return reduced;
  }

  private void begin(byte[] bytes, int count) throws RefusedWorkbook {
    int first = at(bytes, 0, count) << 8 | at(bytes, 1, count);
    int second = at(bytes, 2, count) << 8 | at(bytes, 3, count);
    if (first == 0) {
      throw unusual();
    }
    switch (first) {
      case 0xFEFF, '<' -> lower = 1;
      case 0xFFFE, '<' << 8 -> lower = 0;
      default -> beginNarrow(bytes, count);
    }
    // Characters of four bytes, which the format does not permit.
    if (lower == 0 && second == 0) {
      throw unusual();
    }
  }

  private static void beginNarrow(byte[] bytes, int count) throws RefusedWorkbook {
    var head = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    var text = (head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head).stripLeading();
    if (!text.startsWith("<")) {
      throw Xml.damaged();
    }
    if (!text.startsWith("<?xml")) {
      return;
    }
    int end = text.indexOf('>');
    if (end < 0) {
      throw unusual();
    }
    var declared = DECLARED.matcher(text.substring(0, end));
    if (declared.find() && !LIKE_ASCII.contains(declared.group(1).toLowerCase(Locale.ROOT))) {
      throw unusual();
    }
  }

  private static RefusedWorkbook unusual() {
    return Xml.unsafe("用了少见的字符编码");
  }

  private static int at(byte[] bytes, int place, int count) {
    return place < count ? bytes[place] & 0xFF : 0;
  }
}
