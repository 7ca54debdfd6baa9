package duijie.agencies.web;

import duijie.agencies.Credential;
import duijie.files.KeptFiles;
import duijie.pages.Attachment;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Sends the scans of certificates. */
@Singleton
final class CredentialFiles {

  /** What is said of a scan that is lost. */
  static final String GONE = "这份附件的文件不在平台的数据目录里了。请联系平台管理员。";

  private final KeptFiles files;

  CredentialFiles(KeptFiles files) {
    this.files = files;
  }

  /** The scan; empty where its file is lost. */
  Optional<HttpResponse<?>> of(Credential credential) throws IOException {
    var file = credential.file();
    var kept = files.find(file.fingerprint());
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Attachment.of(
                kept.get(),
                file.name(),
                "attachment." + file.kind().ending(),
                file.kind().mediaType()));
  }
}
