package duijie.sheets.poi;

import duijie.regions.Regions;
import duijie.sheets.WorkbookReader;
import duijie.sheets.WorkbookWriter;
import duijie.vocabulary.Vocabulary;
import java.time.LocalDate;

/** Opens this adapter where no container does. */
public final class PoiWorkbooks {

  static {
    TemporaryFiles.keepToOurselves();
  }

  private PoiWorkbooks() {}

  /**
   * Reads the workbooks of one run with the names of these regions and terms: all of them share the
   * time that one may take, and what lies after the date is doubted.
   */
  public static WorkbookReader readerOfOneRun(
      Regions regions, Vocabulary vocabulary, LocalDate asOf) {
    return StreamingReader.ofOneRun(regions, vocabulary, asOf, Limits.STANDARD);
  }

  /** Reads workbooks with the names of these regions and terms. */
  public static WorkbookReader reader(Regions regions, Vocabulary vocabulary) {
    return new StreamingReader(regions, vocabulary);
  }

  /** Writes workbooks with the names of these regions and terms. */
  public static WorkbookWriter writer(Regions regions, Vocabulary vocabulary) {
    return new PoiWorkbookWriter(regions, vocabulary);
  }
}
