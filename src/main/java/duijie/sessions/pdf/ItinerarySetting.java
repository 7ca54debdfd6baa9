package duijie.sessions.pdf;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import duijie.sessions.Papers.Itinerary;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The day of an agency on a page, with its code for the door. */
final class ItinerarySetting {

  private static final float MARGIN = 42;
  private static final float CODE = 120;
  private static final float HIGHEST_ROW = 42;
  private static final float LOWEST_ROW = 22;
  private static final float FOOT = 30;

  private ItinerarySetting() {}

  static void set(PDDocument file, Typeface letters, Itinerary itinerary) throws IOException {
    int next = 0;
    do {
      next = page(file, letters, itinerary, next);
    } while (next < itinerary.talks().size());
  }

  private static int page(PDDocument file, Typeface letters, Itinerary itinerary, int from)
      throws IOException {
    try (var sheet = Sheet.upright(file, letters)) {
      float width = sheet.width() - 2 * MARGIN;
      float top = head(sheet, letters, itinerary, width);
      var columns = new Columns(letters, MARGIN, List.of(82f, 56f, width - 328, 130f, 60f), 11);
      top = columns.head(sheet, List.of("时间", "桌号", "项目", "购买方", "对接编号"), top);
      var talks = itinerary.talks().subList(from, itinerary.talks().size());
      float room = sheet.height() - MARGIN - FOOT - top;
      float height = Math.clamp(room / Math.max(1, talks.size()), LOWEST_ROW, HIGHEST_ROW);
      int rows = Math.min(talks.size(), (int) (room / height));
      for (int i = 0; i < rows; i++) {
        var talk = talks.get(i);
        var row =
            List.of(talk.time(), talk.table() + " 号桌", talk.project(), talk.buyer(), talk.number());
        columns.row(sheet, row, top + i * height, height);
      }
      if (talks.isEmpty()) {
        sheet.text(letters.fit("这一版时刻表里没有本机构的洽谈。", width, 30, 12, 8), MARGIN, top + 12);
      }
      sheet.gray(0.35f);
      var foot = "以时刻表最新一版和会场大屏幕为准。本单依据第 %d 版。".formatted(itinerary.heading().version());
      sheet.text(letters.fit(foot, width, 14, 9, 6), MARGIN, sheet.height() - MARGIN - 12);
      return from + rows;
    }
  }

  private static float head(Sheet sheet, Typeface letters, Itinerary itinerary, float width)
      throws IOException {
    var heading = itinerary.heading();
    float left = width - CODE - 24;
    sheet.gray(0.35f);
    float y = sheet.text(letters.fit("机构行程单", left, 14, 10, 8), MARGIN, MARGIN);
    sheet.gray(0).bold(true);
    y =
        sheet.text(
            letters.fit(letters.printable(itinerary.agency()), left, 56, 20, 7), MARGIN, y + 4);
    sheet.bold(false);
    y =
        sheet.text(
            letters.fit(letters.printable(heading.session()), left, 36, 13, 6), MARGIN, y + 6);
    y = sheet.text(letters.fit(letters.printable(heading.when()), left, 16, 11, 6), MARGIN, y + 4);
    sheet.text(letters.fit(letters.printable(heading.place()), left, 30, 11, 6), MARGIN, y + 2);
    float right = MARGIN + width - CODE;
    sheet.code(code(itinerary.checkIn()), right, MARGIN, CODE);
    sheet.gray(0.35f);
    var hint = letters.fit("到会场签到时出示", CODE, 14, 9, 6);
    sheet.centred(hint, right, MARGIN + CODE + 8, CODE);
    sheet.gray(0);
    return MARGIN + CODE + 40;
  }

  private static ByteMatrix code(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
