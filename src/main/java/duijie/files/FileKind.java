package duijie.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The kinds of files that are taken as proof of something: what every office can open and print.
 */
public enum FileKind {
  /** Ends with a line of its own (ISO 32000-1, 7.5.5). */
  PDF("PDF", "application/pdf", "pdf", "%%EOF".getBytes(StandardCharsets.US_ASCII)),
  /** Ends with a marker (ITU-T T.81, B.2.1); cameras put notes of their own behind it. */
  JPEG("JPG 图片", "image/jpeg", "jpg", new byte[] {(byte) 0xff, (byte) 0xd9}),
  /** Ends with a chunk (ISO/IEC 15948, 11.2.5). */
  PNG("PNG 图片", "image/png", "png", "IEND".getBytes(StandardCharsets.US_ASCII));

  /** So many of a file's last bytes are looked at. */
  static final int TAIL_BYTES = 64 << 10;

  private final String label;
  private final String mediaType;
  private final String ending;
  private final byte[] close;

  FileKind(String label, String mediaType, String ending, byte[] close) {
    this.label = label;
    this.mediaType = mediaType;
    this.ending = ending;
    this.close = close;
  }

  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What names of such files end in, without the dot. */
  public String ending() {
    return ending;
  }

  /** Whether a file is all there, as far as its last bytes tell: half a scan shows half a stamp. */
  boolean whole(byte[] tail) {
    for (int at = tail.length - close.length; at >= 0; at--) {
      if (Arrays.equals(tail, at, at + close.length, close, 0, close.length)) {
        return true;
      }
    }
    return false;
  }
}
