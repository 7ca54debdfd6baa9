package duijie.benchmarks;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.regions.Region;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.PartialDate;
import duijie.sheets.FewRegions;
import duijie.sheets.FewTerms;
import duijie.sheets.poi.PoiWorkbooks;
import duijie.vocabulary.Term;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;

/**
 * Export of a directory of 100,000 agencies, all 29 columns: ours, with styles and print setup,
 * against fastexcel writing the same values bare. Each repetition runs both, in turn; the figure is
 * the ratio of medians. The heap is that of a child process that gets 96 MB.
 *
 * <p>Arguments: rows (100000), repetitions (5).
 */
public final class ExportBenchmark {

  private static final String CHILD_HEAP = "-Xmx96m";

  private ExportBenchmark() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("child")) {
      child(Integer.parseInt(args[1]));
      return;
    }
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    var ours = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    for (int i = 0; i <= repetitions; i++) {
      double our = seconds(out -> ours(rows, out));
      double their = seconds(out -> fastexcel(rows, out));
      System.out.printf(Locale.ROOT, "ours %.2f s, fastexcel %.2f s%n", our, their);
      if (i > 0) {
        ours.add(our);
        bare.add(their);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d rows: ours %.0f rows/s, fastexcel bare %.0f rows/s, speed %.2f of fastexcel's%n",
        rows,
        rows / median(ours),
        rows / median(bare),
        median(bare) / median(ours));
    heap(rows);
  }

  private static double seconds(Consumer<OutputStream> export) throws IOException {
    var file = Files.createTempFile("export", ".xlsx");
    try {
      long start = System.nanoTime();
      try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        export.accept(out);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      Files.delete(file);
    }
  }

  private static void ours(int rows, OutputStream out) {
    try {
      PoiWorkbooks.writer(new FewRegions(), new FewTerms()).agencies(agencies(rows), true, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The least that a user of fastexcel writes: the same cells, no styles but the dates'. */
  private static void fastexcel(int rows, OutputStream out) {
    var regions = new FewRegions();
    var terms = new FewTerms();
    try (var workbook = new Workbook(out, "benchmark", "1.0")) {
      var sheet = workbook.newWorksheet("机构名录");
      for (var column : Column.values()) {
        sheet.value(0, column.ordinal(), column.label());
      }
      int row = 1;
      for (var agency : agencies(rows)) {
        int column = 0;
        sheet.value(row, column++, agency.name());
        sheet.value(row, column++, agency.creditCode().value());
        sheet.value(row, column++, agency.type().label());
        sheet.value(row, column++, agency.registrar());
        var founded = agency.founded();
        sheet.value(row, column, LocalDate.of(founded.year(), founded.month(), founded.day()));
        sheet.style(row, column++).format("yyyy-mm-dd").set();
        sheet.value(row, column++, regions.pathName(agency.registeredRegion()));
        sheet.value(row, column++, regions(agency.serviceRegions(), regions));
        sheet.value(row, column++, terms(agency.fields(), terms));
        sheet.value(row, column++, terms(agency.targetGroups(), terms));
        sheet.value(row, column++, terms(agency.methods(), terms));
        sheet.value(row, column++, agency.grade().label());
        sheet.value(row, column, agency.gradeValidUntil());
        sheet.style(row, column++).format("yyyy-mm-dd").set();
        sheet.value(row, column++, agency.inspectionYear());
        sheet.value(row, column++, agency.inspectionResult().label());
        sheet.value(row, column++, agency.creditStanding().label());
        sheet.value(row, column++, agency.fullTimeStaff());
        sheet.value(row, column++, agency.licensed().assistants());
        sheet.value(row, column++, agency.licensed().socialWorkers());
        sheet.value(row, column++, agency.licensed().seniors());
        sheet.value(row, column++, agency.headYears());
        sheet.value(row, column++, agency.currentProjects());
        sheet.value(row, column++, agency.capacity());
        sheet.value(row, column++, agency.minimumAmount().yuan());
        sheet.value(row, column++, agency.maximumAmount().yuan());
        sheet.value(row, column++, agency.profile());
        sheet.value(row, column++, agency.experience());
        sheet.value(row, column++, agency.contact());
        sheet.value(row, column++, agency.phone());
        sheet.value(row, column++, agency.source());
        if (row++ % 1000 == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String regions(Set<Region.Code> codes, FewRegions regions) {
    return String.join("、", codes.stream().map(regions::pathName).toList());
  }

  private static String terms(Set<Term.Id> ids, FewTerms terms) {
    return String.join("、", ids.stream().map(id -> terms.find(id).orElseThrow().name()).toList());
  }

  /** Made as they are asked for, as a database would hand them out, so that none is kept. */
  private static Iterable<Agency> agencies(int rows) {
    return () -> IntStream.range(0, rows).mapToObj(ExportBenchmark::agency).iterator();
  }

  private static Agency agency(int i) {
    var code = "5251%013d".formatted(i * 7919L % 10_000_000_000L);
    var digit = CreditCode.checkDigit(code).orElseThrow();
    return new Agency(
        new Agency.Id("row-" + i),
        "旺苍县第" + i + "社会工作服务中心",
        Agency.State.VERIFIED,
        true,
        new CreditCode(code + digit),
        Agency.OrganisationType.PRIVATE_NON_ENTERPRISE,
        "旺苍县民政局",
        PartialDate.of(LocalDate.of(2010, 1, 1).plusDays(i % 4000)),
        new Region.Code("510821"),
        Set.of(new Region.Code("510821"), new Region.Code("510802")),
        Set.of(new Term.Id("eldercare"), new Term.Id("social-work-station")),
        Set.of(new Term.Id("elderly")),
        Set.of(new Term.Id("casework"), new Term.Id("group-work")),
        EvaluationGrade.ofLevel(i % 5 + 1),
        LocalDate.of(2027, 1, 1).plusDays(i % 700),
        2025,
        Agency.InspectionResult.PASSED,
        Agency.CreditStanding.NORMAL,
        i % 40,
        new Agency.LicensedStaff(i % 7, i % 5, i % 3),
        i % 20,
        i % 4,
        i % 9,
        Money.of(10_000L + i % 100 * 100),
        Money.of(1_000_000L + i % 1000 * 1000),
        "本机构第" + i + "号，专注乡镇社工站建设、居家养老与留守儿童关爱，服务覆盖全县各乡镇，持续开展个案、小组和社区活动。",
        "近三年承接社工站项目" + i % 12 + "个，服务" + i + "人次，回访满意度" + (80 + i % 20) + "%。",
        "项目部",
        "0839%07d".formatted(i),
        "示例数据",
        Set.of(),
        Map.of());
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static void heap(int rows) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classpath = System.getProperty("java.class.path");
    var child =
        new ProcessBuilder(
                java,
                CHILD_HEAP,
                "-cp",
                classpath,
                ExportBenchmark.class.getName(),
                "child",
                Integer.toString(rows))
            .inheritIO()
            .start();
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the export does not fit into " + CHILD_HEAP);
    }
  }

  private static void child(int rows) throws IOException {
    double seconds = seconds(out -> ours(rows, out));
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT,
        "within %s: %,d rows in %.2f s, peak heap %d MB%n",
        CHILD_HEAP,
        rows,
        seconds,
        peak >> 20);
  }
}
