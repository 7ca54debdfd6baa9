package duijie.sessions.pdf;

import duijie.sessions.Papers.Line;
import duijie.sessions.Papers.TableCard;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A card for a table: its number to be read across the hall, its talks from a chair. */
final class CardSetting {

  private static final float MARGIN = 40;
  private static final float SIDE = 270;
  private static final float LEFT = MARGIN + SIDE + 24;
  private static final List<String> ALONE = List.of("时间", "机构", "对接编号");
  private static final List<String> SHARED = List.of("时间", "机构", "项目", "对接编号");
  private static final float HIGHEST_ROW = 38;
  private static final float LOWEST_ROW = 15;

  private CardSetting() {}

  static void set(PDDocument file, Typeface letters, TableCard card) throws IOException {
    int next = 0;
    do {
      next = page(file, letters, card, next);
    } while (next < card.talks().size());
  }

  /** Draws a page with the talks from this one on. Returns which is the next that had no room. */
  private static int page(PDDocument file, Typeface letters, TableCard card, int from)
      throws IOException {
    try (var sheet = Sheet.across(file, letters)) {
      side(sheet, letters, card);
      float width = sheet.width() - LEFT - MARGIN;
      float top = names(sheet, letters, card, width);
      var one = card.talks().stream().map(Line::project).distinct().count() == 1;
      var columns = columns(letters, width, one);
      top = columns.head(sheet, one ? ALONE : SHARED, top);
      float room = sheet.height() - MARGIN - top;
      var talks = card.talks().subList(from, card.talks().size());
      if (talks.isEmpty()) {
        sheet.text(letters.fit("本桌没有洽谈。", width, 40, 14, 8), LEFT, top + 12);
        return from;
      }
      float height = Math.clamp(room / talks.size(), LOWEST_ROW, HIGHEST_ROW);
      int rows = Math.min(talks.size(), (int) (room / height));
      for (int i = 0; i < rows; i++) {
        var talk = talks.get(i);
        var row =
            one
                ? List.of(talk.time(), talk.agency(), talk.number())
                : List.of(talk.time(), talk.agency(), talk.project(), talk.number());
        columns.row(sheet, row, top + i * height, height);
      }
      return from + rows;
    }
  }

  /** The project has a column where there are several at the table. */
  private static Columns columns(Typeface letters, float width, boolean one) {
    return one
        ? new Columns(letters, LEFT, List.of(104f, width - 180, 76f), 15)
        : new Columns(letters, LEFT, List.of(82f, (width - 142) / 2, (width - 142) / 2, 60f), 12);
  }

  private static void side(Sheet sheet, Typeface letters, TableCard card) throws IOException {
    var number = letters.fit(Integer.toString(card.table()), SIDE, 300, 230, 40);
    sheet.gray(0).bold(true);
    float top = sheet.centred(number, MARGIN, MARGIN + 10, SIDE);
    sheet.centred(letters.fit("号桌", SIDE, 90, 60, 20), MARGIN, top, SIDE);
    sheet.bold(false).gray(0.3f);
    var heading = card.heading();
    float y = sheet.height() - MARGIN - 100;
    y = sheet.text(letters.fit(letters.printable(heading.session()), SIDE, 44, 14, 6), MARGIN, y);
    y = sheet.text(letters.fit(letters.printable(heading.when()), SIDE, 18, 11, 6), MARGIN, y + 3);
    y = sheet.text(letters.fit(letters.printable(heading.place()), SIDE, 26, 11, 5), MARGIN, y + 1);
    sheet.text(
        letters.fit("时刻表第 %d 版".formatted(heading.version()), SIDE, 14, 9, 6), MARGIN, y + 2);
    sheet.gray(0.75f).field(MARGIN + SIDE + 11, MARGIN, 1, sheet.height() - 2 * MARGIN);
    sheet.gray(0);
  }

  /** What is talked about at the table, and for whom. */
  private static float names(Sheet sheet, Typeface letters, TableCard card, float width)
      throws IOException {
    var projects = joined(card.talks().stream().map(Line::project).toList());
    var buyers = joined(card.talks().stream().map(Line::buyer).toList());
    sheet.bold(true);
    float top =
        sheet.text(letters.fit(letters.printable(projects), width, 110, 28, 7), LEFT, MARGIN);
    sheet.bold(false);
    var beneath = letters.fit(letters.printable(buyers), width, 40, 15, 6);
    return sheet.text(beneath, LEFT, top + 6) + 14;
  }

  private static String joined(List<String> names) {
    return names.stream()
        .filter(name -> !name.isEmpty())
        .distinct()
        .collect(Collectors.joining("；"));
  }
}
