package duijie.files;

import duijie.files.KeptFiles.Kept;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes files in that people hand in as proof: of a known kind, not too large, and harmless. */
@Singleton
public class Reception {

  /** Larger ones are no scan of a certificate. */
  public static final long MOST_BYTES = 10L << 20;

  private static final int LONGEST_NAME = 120;

  private final KeptFiles files;
  private final FileKinds kinds;
  private final VirusScan scan;

  Reception(KeptFiles files, FileKinds kinds, VirusScan scan) {
    this.files = files;
    this.kinds = kinds;
    this.scan = scan;
  }

  /** What comes of handing a file in. */
  public sealed interface Received {

    /** It is on the disk. */
    record Taken(String name, String fingerprint, long bytes, FileKind kind) implements Received {}

    /** It was not taken. */
    record Refused(String sentence) implements Received {}
  }

  /**
   * Takes a file in.
   *
   * @param name what it is called where it comes from
   */
  public Received receive(String name, InputStream content) throws IOException {
    return switch (files.keep(content, MOST_BYTES, this::objection)) {
      case Kept.Whole(var fingerprint, var bytes) -> {
        var kind = kinds.of(files.find(fingerprint).orElseThrow()).orElseThrow();
        yield new Received.Taken(shortened(name, kind), fingerprint, bytes, kind);
      }
      case Kept.Empty empty -> new Received.Refused("文件是空的（0 字节）。请重新扫描或重新保存后再上传。");
      case Kept.TooLarge large ->
          new Received.Refused(
              "文件超过 %d MB。请降低扫描的分辨率（200 DPI 就够了），或者分成几个文件上传。".formatted(MOST_BYTES >> 20));
      case Kept.Objected(var sentence) -> new Received.Refused(sentence);
    };
  }

  private Optional<String> objection(Path file) throws IOException {
    var kind = kinds.of(file);
    if (kind.isEmpty()) {
      return Optional.of(
          "这个文件的内容不是 %s。请另存为其中一种再上传；只改文件名不行。"
              .formatted(
                  Arrays.stream(FileKind.values())
                      .map(FileKind::label)
                      .collect(Collectors.joining("、"))));
    }
    if (!kind.get().whole(tail(file))) {
      return Optional.of("这个文件不完整，后面的内容没有了。请在电脑上打开看看，重新扫描或重新保存后再上传。");
    }
    return switch (scan.scan(file)) {
      case VirusScan.Verdict.Clean clean -> Optional.empty();
      case VirusScan.Verdict.Harmful harmful -> Optional.of("病毒检查发现这个文件有问题，没有保存。请先给电脑杀毒，再重新扫描上传。");
      case VirusScan.Verdict.Unable unable ->
          Optional.of("现在不能检查文件有没有病毒，没有保存。请过几分钟再试；一直这样的，请告诉平台管理员。");
    };
  }

  private static byte[] tail(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(Math.max(0, in.length() - FileKind.TAIL_BYTES));
      var tail = new byte[Math.toIntExact(in.length() - in.getFilePointer())];
      in.readFully(tail);
      return tail;
    }
  }

  /** The file's own name, without folders, which some browsers send, and with the true ending. */
  private static String shortened(String name, FileKind kind) {
    var own = FileNames.own(name);
    int dot = own.lastIndexOf('.');
    var stem = dot > 0 ? own.substring(0, dot) : own;
    return FileNames.shortened(stem.isBlank() ? "未命名" : stem, LONGEST_NAME) + "." + kind.ending();
  }
}
