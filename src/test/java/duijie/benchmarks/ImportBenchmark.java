package duijie.benchmarks;

import duijie.agencies.Column;
import duijie.regions.ChinaRegions;
import duijie.regions.Regions;
import duijie.shared.CreditCode;
import duijie.sheets.FewTerms;
import duijie.sheets.WorkbookReader;
import duijie.sheets.poi.PoiWorkbooks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Import of a directory of agencies: ours, with its limits and all understanding, against
 * fastexcel-reader and POI's event reader, which only hand over the cells. Each repetition runs all
 * of them, in turn, on the same file; figures are medians. The heap is that of a child process that
 * gets 512 MB.
 *
 * <p>Run it with the test class path: {@code java -cp … duijie.benchmarks.ImportBenchmark [rows]
 * [repetitions]}; the defaults are 100000 and 5.
 */
public final class ImportBenchmark {

  private static final String CHILD_HEAP = "-Xmx512m";

  private ImportBenchmark() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("child")) {
      child(Path.of(args[1]));
      return;
    }
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    var file = Files.createTempFile("import", ".xlsx");
    try {
      write(rows, file);
      System.out.printf(Locale.ROOT, "%,d rows, %.1f MB%n", rows, Files.size(file) / 1048576.0);
      measure(rows, repetitions, file);
      heap(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void measure(int rows, int repetitions, Path file) throws Exception {
    var reader = PoiWorkbooks.reader(ChinaRegions.shipped(), new FewTerms());
    var ours = new ArrayList<Double>();
    var fast = new ArrayList<Double>();
    var poi = new ArrayList<Double>();
    for (int i = 0; i <= repetitions; i++) {
      double our = seconds(() -> ours(reader, file));
      double their = seconds(() -> fastexcel(file));
      double event = seconds(() -> poi(file));
      System.out.printf(
          Locale.ROOT, "ours %.2f s, fastexcel-reader %.2f s, POI %.2f s%n", our, their, event);
      if (i > 0) {
        ours.add(our);
        fast.add(their);
        poi.add(event);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d rows: ours %.0f rows/s, fastexcel-reader %.0f rows/s, POI events %.0f rows/s; "
            + "ours %.2f of fastexcel-reader's speed%n",
        rows,
        rows / median(ours),
        rows / median(fast),
        rows / median(poi),
        median(fast) / median(ours));
  }

  private static double seconds(Callable<Long> reading) throws Exception {
    long start = System.nanoTime();
    if (reading.call() == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static long ours(WorkbookReader reader, Path file) {
    var imported = reader.agencies(file);
    if (imported.hasErrors()) {
      throw new IllegalStateException(imported.problems().getFirst().toString());
    }
    return imported.rows().size();
  }

  /** Every cell once, as bare as it gets. */
  private static long fastexcel(Path file) throws IOException {
    long filled = 0;
    try (var workbook = new ReadableWorkbook(file.toFile());
        var rows = workbook.getFirstSheet().openStream()) {
      for (var row : (Iterable<org.dhatim.fastexcel.reader.Row>) rows::iterator) {
        for (var cell : row) {
          filled += cell == null ? 0 : 1;
        }
      }
    }
    return filled;
  }

  /** Every cell's text once, from POI's event reader. */
  private static long poi(Path file) throws Exception {
    ZipSecureFile.setMinInflateRatio(0);
    try (var opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      var strings = new ReadOnlySharedStringsTable(opened);
      var sheets = new XSSFReader(opened).getSheetsData();
      var handler = new Counting(strings);
      var parser = XMLHelper.newXMLReader();
      parser.setContentHandler(handler);
      try (var sheet = sheets.next()) {
        parser.parse(new InputSource(sheet));
      }
      return handler.filled;
    }
  }

  private static final class Counting extends DefaultHandler {
    private final ReadOnlySharedStringsTable strings;
    private final StringBuilder text = new StringBuilder();
    private boolean shared;
    private long filled;

    private Counting(ReadOnlySharedStringsTable strings) {
      this.strings = strings;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (local.equals("c")) {
        shared = "s".equals(attributes.getValue("t"));
      }
      text.setLength(0);
    }

    @Override
    public void characters(char[] symbols, int start, int length) {
      text.append(symbols, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      if (local.equals("v")) {
        var value =
            shared
                ? strings.getItemAt(Integer.parseInt(text.toString())).getString()
                : text.toString();
        filled += value.isEmpty() ? 0 : 1;
      }
    }
  }

  /** A directory as one might be kept, every column known and few empty, packed into 10 MB. */
  static void write(int rows, Path file) throws IOException {
    var random = new Random(20_261_123);
    var regions = ChinaRegions.shipped();
    var counties = counties(regions);
    try (var out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "benchmark", "1.0")) {
      workbook.setCompressionLevel(9);
      var sheet = workbook.newWorksheet("机构名录");
      for (var column : Column.values()) {
        sheet.value(0, column.ordinal(), column.label() + (column.required() ? "*" : ""));
      }
      for (int i = 1; i <= rows; i++) {
        var county = counties.get(random.nextInt(counties.size()));
        sheet.value(i, Column.NAME.ordinal(), "阳光" + i + "社会工作服务中心");
        sheet.value(i, Column.CREDIT_CODE.ordinal(), creditCode(i));
        sheet.value(i, Column.TYPE.ordinal(), "民办非企业单位");
        sheet.value(
            i, Column.REGISTRAR.ordinal(), county.substring(county.lastIndexOf('/') + 1) + "民政局");
        sheet.value(i, Column.FOUNDED.ordinal(), LocalDate.of(2010, 1, 1).plusDays(i % 4000));
        sheet.style(i, Column.FOUNDED.ordinal()).format("yyyy-mm-dd").set();
        sheet.value(i, Column.REGISTERED_REGION.ordinal(), county);
        sheet.value(i, Column.SERVICE_REGIONS.ordinal(), county);
        sheet.value(i, Column.FIELDS.ordinal(), i % 3 == 0 ? "养老、社工站" : "禁毒；未成年人保护");
        sheet.value(i, Column.TARGET_GROUPS.ordinal(), i % 2 == 0 ? "老年人" : "留守儿童");
        sheet.value(i, Column.METHODS.ordinal(), "个案，小组");
        sheet.value(i, Column.GRADE.ordinal(), i % 5 + 1 + "A");
        sheet.value(i, Column.GRADE_VALID_UNTIL.ordinal(), "2028年" + (i % 12 + 1) + "月1日");
        sheet.value(i, Column.INSPECTION_YEAR.ordinal(), 2025);
        sheet.value(i, Column.INSPECTION_RESULT.ordinal(), "合格");
        sheet.value(i, Column.CREDIT_STANDING.ordinal(), "正常");
        sheet.value(i, Column.FULL_TIME_STAFF.ordinal(), i % 40);
        sheet.value(i, Column.ASSISTANTS.ordinal(), i % 7);
        sheet.value(i, Column.SOCIAL_WORKERS.ordinal(), i % 5);
        sheet.value(i, Column.SENIORS.ordinal(), i % 3);
        sheet.value(i, Column.HEAD_YEARS.ordinal(), i % 20 + "年");
        sheet.value(i, Column.CURRENT_PROJECTS.ordinal(), i % 4);
        sheet.value(i, Column.CAPACITY.ordinal(), i % 9);
        sheet.value(i, Column.MINIMUM_AMOUNT.ordinal(), "1万");
        sheet.value(i, Column.MAXIMUM_AMOUNT.ordinal(), 1_000_000 + i % 100 * 1000);
        if (i % 20 == 0) {
          sheet.value(i, Column.PROFILE.ordinal(), "专注乡镇社工站建设与居家养老，为留守儿童提供关爱服务。" + i % 500);
        }
        if (i % 2 == 0) {
          continue;
        }
        sheet.value(i, Column.CONTACT.ordinal(), "项目部");
        sheet.value(i, Column.PHONE.ordinal(), "0839-%07d".formatted(i % 300));
      }
    }
  }

  private static List<String> counties(Regions regions) {
    return regions.provinces().stream()
        .flatMap(province -> regions.children(province.code()).stream())
        .flatMap(city -> regions.children(city.code()).stream())
        .map(county -> regions.pathName(county.code()))
        .toList();
  }

  private static String creditCode(int i) {
    var code = "5251%013d".formatted(i);
    return code + CreditCode.checkDigit(code).orElseThrow();
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static void heap(Path file) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var child =
        new ProcessBuilder(
                java,
                CHILD_HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                ImportBenchmark.class.getName(),
                "child",
                file.toString())
            .inheritIO()
            .start();
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the import does not fit into " + CHILD_HEAP);
    }
  }

  private static void child(Path file) throws Exception {
    var reader = PoiWorkbooks.reader(ChinaRegions.shipped(), new FewTerms());
    double seconds = seconds(() -> ours(reader, file));
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "within %s, first run of the process: %.2f s, peak heap %d MB%n",
        CHILD_HEAP,
        seconds,
        peak >> 20);
  }
}
