package duijie.sheets.poi;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes XML as bytes, one copy from text to output. Text is mended on the way so that any string
 * makes a well-formed file: characters that XML forbids are dropped, lone surrogates become U+FFFD.
 */
final class Utf8Writer implements Flushable {

  /** The longest character in UTF-8, or the longest escape, whichever is longer. */
  private static final int LONGEST = 8;

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int size;

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  /** Markup of ASCII characters, as it is. */
  Utf8Writer markup(String ascii) throws IOException {
    for (int i = 0; i < ascii.length(); i++) {
      reserve();
      buffer[size++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  /** The value of an attribute with double quotes; line breaks survive. */
  Utf8Writer attribute(String value) throws IOException {
    if (value.indexOf('\n') < 0 && value.indexOf('\t') < 0) {
      return text(value);
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n') {
        markup("&#10;");
      } else if (c == '\t') {
        markup("&#9;");
      } else {
        int end = Character.isHighSurrogate(c) && i + 1 < value.length() ? i + 2 : i + 1;
        text(value.substring(i, end));
        i = end - 1;
      }
    }
    return this;
  }

  /** Text in an element. */
  Utf8Writer text(String text) throws IOException {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      reserve();
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (c < 0x800) {
        buffer[size++] = (byte) (0xC0 | c >> 6);
        buffer[size++] = (byte) (0x80 | c & 0x3F);
      } else if (!Character.isSurrogate(c)) {
        // U+FFFE and U+FFFF are no characters of XML.
        three(c < 0xFFFE ? c : '\uFFFD');
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        four(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        three('\uFFFD');
      }
    }
    return this;
  }

  /** A whole number. */
  Utf8Writer number(int number) throws IOException {
    if (number < 0) {
      return markup(Integer.toString(number));
    }
    reserve();
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    if (size + digits > buffer.length) {
      drain();
    }
    int rest = number;
    for (int i = size + digits - 1; i >= size; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    return this;
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  private void ascii(char c) {
    switch (c) {
      case '<' -> escape("&lt;");
      case '>' -> escape("&gt;");
      case '&' -> escape("&amp;");
      case '"' -> escape("&quot;");
      case '\r' -> escape("&#13;");
      case '\n', '\t' -> buffer[size++] = (byte) c;
      default -> {
        if (c >= ' ') {
          buffer[size++] = (byte) c;
        }
      }
    }
  }

  private void escape(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      buffer[size++] = (byte) ascii.charAt(i);
    }
  }

  private void three(char c) {
    buffer[size++] = (byte) (0xE0 | c >> 12);
    buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
    buffer[size++] = (byte) (0x80 | c & 0x3F);
  }

  private void four(int codePoint) {
    buffer[size++] = (byte) (0xF0 | codePoint >> 18);
    buffer[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
    buffer[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
    buffer[size++] = (byte) (0x80 | codePoint & 0x3F);
  }

  private void reserve() throws IOException {
    if (size > buffer.length - LONGEST) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }
}
