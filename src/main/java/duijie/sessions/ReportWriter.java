package duijie.sessions;

import java.io.IOException;
import java.io.OutputStream;

/** Writes reports as files that people print and pass on. */
public interface ReportWriter {

  /** As an Excel workbook: 概况, 洽谈统计, 意向统计. */
  void workbook(SessionReport report, OutputStream out) throws IOException;

  /** As a Word document for the head of a bureau. */
  void document(SessionReport report, OutputStream out) throws IOException;
}
