package duijie.sheets.poi;

import duijie.agencies.Agency;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionBook.Talk;
import duijie.sheets.SessionSheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * 机构行程单: a page for each agency that talks, to hand out at the door: when it is at which table,
 * with whom and about what, and room for notes.
 */
record ItinerarySheet(SessionBook book) implements StreamedSheet {

  private static final List<SheetColumn<Talk>> COLUMNS =
      List.of(
          new SheetColumn<>("场次", Look.MARK, 11, talk -> talk.turn().block()),
          new SheetColumn<>("时段", Look.MARK, 15, talk -> talk.turn().time()),
          new SheetColumn<>("桌号", Look.COUNT, 8, Talk::table),
          new SheetColumn<>("项目名称", Look.TEXT, 44, talk -> talk.project().name()),
          new SheetColumn<>("购买主体", Look.TEXT, 26, talk -> talk.project().buyer()),
          new SheetColumn<>("洽谈记录", Look.TEXT, 34, talk -> null));

  /** Room to write in, in points. */
  private static final double ROW = 32;

  /** What a page has room for beneath title and header, in points, printed as large as it is. */
  private static final double PAGE = 390;

  /** At which the columns fit the width of the page, in percent. */
  private static final int FULL_SIZE = 78;

  /** The type is not to be smaller than this, in percent; whoever has more talks gets two pages. */
  private static final int LEAST_SIZE = 55;

  @Override
  public String name() {
    return SessionSheet.ITINERARIES.label();
  }

  @Override
  public List<? extends SheetColumn<?>> columns() {
    return COLUMNS;
  }

  @Override
  public boolean filtered() {
    return false;
  }

  @Override
  public void arrange(XSSFSheet sheet, double[] widths, String note) {
    int most = byAgency().values().stream().mapToInt(List::size).max().orElse(0);
    int size = (int) Math.min(FULL_SIZE, 100 * PAGE / (ROW * Math.max(1, most)));
    Papers.pageByPage(sheet, Math.max(LEAST_SIZE, size), note);
  }

  @Override
  public void write(RowWriter rows) throws IOException {
    var setup = book.session().setup();
    var headers = COLUMNS.stream().map(SheetColumn::header).toArray();
    boolean first = true;
    for (var entry : byAgency().entrySet()) {
      if (!first) {
        rows.breakPage();
      }
      first = false;
      rows.across(Look.TITLE, entry.getKey().name());
      rows.across(
          Look.LEAD,
          "%s　%s　%s　共 %d 场洽谈，每场 %d 分钟，换桌 %d 分钟"
              .formatted(
                  setup.name(),
                  setup.day(),
                  setup.place(),
                  entry.getValue().size(),
                  setup.talkMinutes(),
                  setup.breakMinutes()));
      rows.header(headers);
      for (var talk : entry.getValue()) {
        var values = new @Nullable Object[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = COLUMNS.get(i).value().apply(talk);
        }
        rows.row(values, ROW);
      }
    }
  }

  /** Those with talks, by name; their talks in the order of the day. */
  private Map<Agency, List<Talk>> byAgency() {
    var byId = new LinkedHashMap<Agency.Id, List<Talk>>();
    book.placed().stream()
        .sorted(
            Comparator.comparing((Talk talk) -> talk.agency().name())
                .thenComparing(talk -> talk.agency().id())
                .thenComparingInt(talk -> talk.turn().number()))
        .forEach(t -> byId.computeIfAbsent(t.agency().id(), id -> new ArrayList<>()).add(t));
    var byAgency = new LinkedHashMap<Agency, List<Talk>>();
    byId.values().forEach(talks -> byAgency.put(talks.getFirst().agency(), talks));
    return byAgency;
  }
}
