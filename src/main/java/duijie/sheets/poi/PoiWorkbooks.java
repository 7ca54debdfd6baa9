package duijie.sheets.poi;

import duijie.regions.Regions;
import duijie.sheets.WorkbookReader;
import duijie.sheets.WorkbookWriter;
import duijie.vocabulary.Vocabulary;

/** Opens this adapter where no container does. */
public final class PoiWorkbooks {

  static {
    TemporaryFiles.keepToOurselves();
  }

  private PoiWorkbooks() {}

  /** Reads workbooks with the names of these regions and terms. */
  public static WorkbookReader reader(Regions regions, Vocabulary vocabulary) {
    return new StreamingReader(regions, vocabulary);
  }

  /** Writes workbooks with the names of these regions and terms. */
  public static WorkbookWriter writer(Regions regions, Vocabulary vocabulary) {
    return new PoiWorkbookWriter(regions, vocabulary);
  }
}
