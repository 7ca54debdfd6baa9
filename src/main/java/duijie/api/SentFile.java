package duijie.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The file in a form that a program sent, and what it was, once it is read. */
public final class SentFile implements AutoCloseable {

  private final String name;
  private final DigestInputStream content;

  private SentFile(String name, DigestInputStream content) {
    this.name = name;
    this.content = content;
  }

  /** The file of this part; null where none came. */
  public static @Nullable SentFile of(@Nullable CompletedFileUpload part) throws IOException {
    if (part == null || part.getFilename().isBlank()) {
      return null;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new SentFile(part.getFilename(), new DigestInputStream(part.getInputStream(), digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a request is a form that may have files in it. */
  public static boolean in(HttpRequest<?> request) {
    return request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals).isPresent();
  }

  /** What is said of a request that is none. */
  public static HttpResponse<String> missing() {
    return ApiProblem.of(
            415,
            "unsupported-media-type",
            "内容的类型不对",
            "请发表单，并写明 Content-Type: multipart/form-data，文件放在 file 里。")
        .answer();
  }

  /** What it is called where it comes from. */
  public String name() {
    return name;
  }

  public InputStream content() {
    return content;
  }

  /** Equal for the same content, and for no other; asked once it is read. */
  public String fingerprint() {
    return HexFormat.of().formatHex(content.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
