package duijie.sheets.poi;

import duijie.sessions.ReportWriter;
import duijie.sessions.SessionReport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

@Singleton
final class PoiReportWriter implements ReportWriter {

  @Override
  public void workbook(SessionReport report, OutputStream out) throws IOException {
    ReportSheets.write(report, out);
  }

  @Override
  public void document(SessionReport report, OutputStream out) throws IOException {
    new ReportDocument(report).write(out);
  }
}
