package duijie.imports.web;

import duijie.pages.Attachment;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** A workbook to take along: made whole before its first byte is sent. */
final class Download {

  private static final MediaType XLSX =
      new MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private Download() {}

  /** Writes a workbook. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * The answer.
   *
   * @param plain what it is called where only plain letters are understood
   */
  static HttpResponse<?> of(String name, String plain, Content content) throws IOException {
    var file = Files.createTempFile("workbook", ".xlsx");
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.write(out);
      }
      long size = Files.size(file);
      var in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
      return HttpResponse.ok(new StreamedFile(in, XLSX, System.currentTimeMillis(), size))
          .contentType(XLSX)
          .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(name, plain));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
