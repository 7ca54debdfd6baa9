package duijie.benchmarks;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import duijie.agencies.Agencies;
import duijie.agencies.Column;
import duijie.audit.Caller;
import duijie.database.DataFolder;
import duijie.database.Database;
import duijie.database.EmbeddedDatabase;
import duijie.database.Folders;
import duijie.imports.Import;
import duijie.imports.ImportWork;
import duijie.imports.Importing;
import duijie.imports.Imports;
import io.micronaut.context.ApplicationContext;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A directory of agencies imported as an officer does it, end to end: kept, read and compared in
 * the background, confirmed, imported with its audit trail and index queue. Beside it, in the same
 * run on the same database, what a program without any of that would do: POI's event reader and
 * batches of plain inserts into a table of texts. Each repetition runs both, in turn, on an empty
 * table; figures are medians.
 *
 * <p>Arguments: rows (10000) and repetitions (5).
 */
public final class AgencyImportBenchmark {

  private static final int BATCH = 1000;
  private static final Organisation BUREAU =
      new Organisation(new Organisation.Id("bureau"), Organisation.Kind.BUREAU, "某县民政局", null);
  private static final Account OFFICER =
      new Account(
          new Account.Id(UUID.randomUUID()),
          "jingban",
          "经办人",
          BUREAU,
          Set.of(Role.OFFICER),
          null,
          false,
          Account.State.ACTIVE);

  private final ApplicationContext context;
  private final Database database;
  private final Path file;
  private final int rows;
  private final List<List<Double>> phases = new ArrayList<>();
  private long peak;

  private AgencyImportBenchmark(
      ApplicationContext context, Database database, Path file, int rows) {
    this.context = context;
    this.database = database;
    this.file = file;
    this.rows = rows;
  }

  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    var place = Files.createTempDirectory("agency-import-");
    var file = place.resolve("agencies.xlsx");
    ImportBenchmark.write(rows, file);
    try (var folder = DataFolder.open(place.resolve("data"), false);
        var embedded = EmbeddedDatabase.start(folder)) {
      embedded.database().migrate();
      var properties = new java.util.HashMap<>(embedded.application().properties());
      properties.put("duijie.uploads", folder.path().resolve("uploads").toString());
      try (var context = ApplicationContext.builder().properties(properties).start()) {
        context.getBean(Accounts.class).add(OFFICER);
        new AgencyImportBenchmark(context, embedded.database(), file, rows).measure(repetitions);
      }
    } finally {
      Folders.delete(place);
    }
  }

  private void measure(int repetitions) throws Exception {
    System.out.printf(Locale.ROOT, "%,d rows, %.1f MB%n", rows, Files.size(file) / 1048576.0);
    var ours = new ArrayList<Double>();
    var plain = new ArrayList<Double>();
    for (int i = 0; i <= repetitions; i++) {
      empty();
      var times = ours();
      double our = times.stream().mapToDouble(Double::doubleValue).sum();
      double their = seconds(this::plain);
      System.out.printf(
          Locale.ROOT,
          "kept %.2f s, read and compared %.2f s, imported %.2f s; plain %.2f s%n",
          times.get(0),
          times.get(1),
          times.get(2),
          their);
      if (i > 0) {
        ours.add(our);
        plain.add(their);
        phases.add(times);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d rows: %.2f s (kept %.2f, read and compared %.2f, imported %.2f), plain %.2f s: "
            + "%.1f times as long; peak heap %d MB%n",
        rows,
        median(ours),
        median(phase(0)),
        median(phase(1)),
        median(phase(2)),
        median(plain),
        median(ours) / median(plain),
        peak >> 20);
  }

  private List<Double> phase(int number) {
    return phases.stream().map(times -> times.get(number)).collect(Collectors.toList());
  }

  /** How long each part takes: until the file is kept, until it is previewed, until it is done. */
  private List<Double> ours() throws Exception {
    var heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    var importing = context.getBean(Importing.class);
    var imports = context.getBean(Imports.class);
    var work = context.getBean(ImportWork.class);
    var by = new Caller(OFFICER.actor(), "192.0.2.1", "benchmark");
    var id = new Import.Id(UUID.randomUUID());
    double kept =
        seconds(
            () -> {
              try (var in = Files.newInputStream(file)) {
                return importing.upload(
                    id, Import.Kind.AGENCIES, null, "agencies.xlsx", in, OFFICER, by);
              }
            });
    double read = seconds(work::next);
    var preview = imports.find(id).orElseThrow();
    double imported =
        seconds(
            () -> {
              importing.confirm(id, preview.version(), false, OFFICER, by);
              return work.next();
            });
    long stored = context.getBean(Agencies.class).count();
    if (stored != rows || imports.find(id).orElseThrow().state() != Import.State.DONE) {
      throw new IllegalStateException(stored + " agencies of " + rows);
    }
    peak = Math.max(peak, heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
    return List.of(kept, read, imported);
  }

  private void empty() throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("truncate agency cascade");
      statement.execute("drop table if exists plain_copy");
      statement.execute(
          "create table plain_copy ("
              + IntStream.range(0, Column.values().length)
                  .mapToObj(i -> "c" + i + " text")
                  .collect(Collectors.joining(", "))
              + ")");
    }
  }

  /** Reads the cells and copies them, row by row, in one transaction. */
  private long plain() throws Exception {
    ZipSecureFile.setMinInflateRatio(0);
    var holes = String.join(", ", Collections.nCopies(Column.values().length, "?"));
    try (var connection = database.connect();
        var opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
        var insert = connection.prepareStatement("insert into plain_copy values (" + holes + ")")) {
      connection.setAutoCommit(false);
      var copy = new Copying(new ReadOnlySharedStringsTable(opened), insert);
      var parser = XMLHelper.newXMLReader();
      parser.setContentHandler(copy);
      try (var sheet = new XSSFReader(opened).getSheetsData().next()) {
        parser.parse(new InputSource(sheet));
      }
      insert.executeBatch();
      connection.commit();
      return copy.copied;
    }
  }

  /** Adds each row but the first to a statement's batch. */
  private static final class Copying extends DefaultHandler {
    private final ReadOnlySharedStringsTable strings;
    private final PreparedStatement insert;
    private final @Nullable String[] row = new @Nullable String[Column.values().length];
    private final StringBuilder text = new StringBuilder();
    private boolean shared;
    private int column;
    private long copied = -1;

    private Copying(ReadOnlySharedStringsTable strings, PreparedStatement insert) {
      this.strings = strings;
      this.insert = insert;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (local.equals("c")) {
        shared = "s".equals(attributes.getValue("t"));
        column = new CellReference(attributes.getValue("r")).getCol();
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
        row[column] =
            shared
                ? strings.getItemAt(Integer.parseInt(text.toString())).getString()
                : text.toString();
      } else if (local.equals("row")) {
        store();
      }
    }

    private void store() {
      try {
        if (++copied > 0) {
          for (int i = 0; i < row.length; i++) {
            insert.setString(i + 1, row[i]);
          }
          insert.addBatch();
          if (copied % BATCH == 0) {
            insert.executeBatch();
          }
        }
        java.util.Arrays.fill(row, null);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static double seconds(Callable<?> work) throws Exception {
    long begun = System.nanoTime();
    work.call();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double median(List<Double> values) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
