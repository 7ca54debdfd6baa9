package duijie.sheets.poi;

import duijie.regions.ChinaRegions;
import duijie.sheets.FewTerms;
import java.nio.file.Path;

/** Reads a directory in a process of its own, so that its heap can be bounded. */
public final class ReadInChild {

  private ReadInChild() {}

  public static void main(String[] args) {
    var imported =
        PoiWorkbooks.reader(ChinaRegions.shipped(), new FewTerms()).agencies(Path.of(args[0]));
    System.out.println(imported.rows().size() + " rows");
  }
}
