package duijie.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to take along: never shown within the site, whatever is in it. */
public final class Attachment {

  private Attachment() {}

  /**
   * How the file is called.
   *
   * @param plain what it is called where only plain letters are understood
   */
  public static String disposition(String name, String plain) {
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + Addresses.encode(name);
  }

  /** Sends a file that is kept. */
  public static HttpResponse<?> of(Path file, String name, String plain, String mediaType)
      throws IOException {
    var type = new MediaType(mediaType);
    var in = Files.newInputStream(file);
    long modified = Files.getLastModifiedTime(file).toMillis();
    return HttpResponse.ok(new StreamedFile(in, type, modified, Files.size(file)))
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name, plain))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
