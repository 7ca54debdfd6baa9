package duijie.sheets.poi;

import duijie.regions.ChinaRegions;
import duijie.sheets.FewTerms;
import duijie.sheets.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads and marks directories in a process of its own, so that its heap can be bounded. */
public final class ReadInChild {

  private ReadInChild() {}

  /** Prints a line with the kinds of problems of each file. */
  public static void main(String[] files) throws IOException {
    var regions = ChinaRegions.shipped();
    var terms = new FewTerms();
    for (var file : files) {
      var path = Path.of(file);
      var problems = PoiWorkbooks.reader(regions, terms).agencies(path).problems();
      PoiWorkbooks.writer(regions, terms).errors(path, problems, OutputStream.nullOutputStream());
      System.out.println(
          problems.stream().map(Problem::code).distinct().collect(Collectors.joining(" ")));
    }
  }
}
