package duijie.files.tika;

import duijie.files.FileKind;
import duijie.files.FileKinds;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Looks at a file's first bytes. */
final class TikaFileKinds implements FileKinds {

  @Override
  public Optional<FileKind> of(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var type = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata()).toString();
      return Arrays.stream(FileKind.values())
          .filter(kind -> kind.mediaType().equals(type))
          .findFirst();
    }
  }
}
