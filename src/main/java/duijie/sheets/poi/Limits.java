package duijie.sheets.poi;

import java.time.Duration;

/**
 * What a workbook may ask of us. The bounds on text and shared strings are far above what an honest
 * file of the permitted size holds; they keep a hostile one within 512 MB of heap.
 *
 * @param fileBytes the file's size
 * @param unpackedBytes the sum of the parts within it, counted while unpacking them
 * @param parts how many parts
 * @param rows how many rows that are not blank
 * @param characters all text that is read, and all that cells refer to
 * @param sharedStrings how many different texts
 * @param time how long reading may take
 */
record Limits(
    long fileBytes,
    long unpackedBytes,
    int parts,
    int rows,
    long characters,
    int sharedStrings,
    Duration time) {

  private static final int MEGABYTE = 1 << 20;

  /** What the product promises: a run over two workbooks ends within 30 seconds. */
  static final Limits STANDARD =
      new Limits(
          10L * MEGABYTE,
          200L * MEGABYTE,
          1_000,
          100_000,
          50_000_000,
          1_500_000,
          Duration.ofSeconds(25));

  long fileMegabytes() {
    return fileBytes / MEGABYTE;
  }

  long unpackedMegabytes() {
    return unpackedBytes / MEGABYTE;
  }
}
