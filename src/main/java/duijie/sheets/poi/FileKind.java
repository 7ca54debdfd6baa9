package duijie.sheets.poi;

import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Tells what is no workbook of today by the file's first bytes, whatever its name says. */
final class FileKind {

  private static final int HEAD = 4096;
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final String SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再导入。";

  private FileKind() {}

  /** Refuses everything that is not a zip file of permitted size. */
  static void check(Path file, Limits limits) throws RefusedWorkbook, IOException {
    if (!Files.exists(file)) {
      throw new RefusedWorkbook(ProblemCode.FILE_MISSING, "找不到这个文件。请检查文件名和所在文件夹。");
    }
    if (!Files.isRegularFile(file)) {
      throw new RefusedWorkbook(ProblemCode.NOT_A_FILE, "这是文件夹或特殊文件，不是工作簿。请选择 .xlsx 文件。");
    }
    long size = Files.size(file);
    if (size == 0) {
      throw new RefusedWorkbook(ProblemCode.FILE_EMPTY, "文件是空的（0 字节）。请重新保存或重新下载后再导入。");
    }
    if (size > limits.fileBytes()) {
      throw new RefusedWorkbook(
          ProblemCode.FILE_TOO_LARGE,
          "文件超过 " + limits.fileMegabytes() + " MB。请删去图片和多余的工作表，或拆分成几个文件。");
    }
    var head = head(file);
    if (startsWith(head, OLE)) {
      throw ole(Files.readAllBytes(file));
    }
    if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
      throw notAWorkbook(text(head));
    }
  }

  /** A zip file that is no workbook, by the names of its parts. */
  static RefusedWorkbook zip(Set<String> parts) {
    if (parts.contains("xl/workbook.bin")) {
      return binary();
    }
    if (parts.contains("mimetype") && parts.contains("content.xml")) {
      return notAWorkbook("这是 OpenDocument 表格（.ods），不是 .xlsx 工作簿。", SAVE_AS);
    }
    if (parts.stream().anyMatch(part -> part.startsWith("word/"))) {
      return notAWorkbook("这是 Word 文档，不是 Excel 工作簿。", "请把表格复制到模板中再导入。");
    }
    if (parts.stream().anyMatch(part -> part.startsWith("ppt/"))) {
      return notAWorkbook("这是 PowerPoint 演示文稿，不是 Excel 工作簿。", "请把表格复制到模板中再导入。");
    }
    return notAWorkbook("这是压缩包，不是 Excel 工作簿。", "如果工作簿在压缩包里，请先解压，再导入其中的 .xlsx 文件。");
  }

  static RefusedWorkbook binary() {
    return new RefusedWorkbook(ProblemCode.BINARY_WORKBOOK, "这是二进制工作簿（.xlsb），不能读取。" + SAVE_AS);
  }

  private static RefusedWorkbook ole(byte[] file) {
    if (contains(file, "EncryptedPackage")) {
      return new RefusedWorkbook(ProblemCode.ENCRYPTED, "工作簿设有打开密码，不能读取。请在 Excel 中取消密码，另存后再导入。");
    }
    if (contains(file, "WordDocument")) {
      return notAWorkbook("这是 Word 文档，不是 Excel 工作簿。", "请把表格复制到模板中再导入。");
    }
    return new RefusedWorkbook(ProblemCode.OLD_WORKBOOK, "这是旧版 Excel 工作簿（.xls），改扩展名没有用。" + SAVE_AS);
  }

  private static RefusedWorkbook notAWorkbook(String head) {
    var start = head.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("%pdf")) {
      return notAWorkbook("这是 PDF 文件，不是 Excel 工作簿。", "请把表格录入模板后再导入。");
    }
    if (start.contains("<html")
        || start.startsWith("<!doctype html")
        || start.startsWith("<table")) {
      return notAWorkbook("这是网页，只是扩展名像工作簿。", SAVE_AS);
    }
    if (start.startsWith("<?xml")) {
      return notAWorkbook("这是 XML 文件，不是 .xlsx 工作簿。", SAVE_AS);
    }
    if (start.startsWith("{\\rtf")) {
      return notAWorkbook("这是 RTF 文档，不是 Excel 工作簿。", "请把表格复制到模板中再导入。");
    }
    boolean isText =
        head.chars().noneMatch(symbol -> symbol < ' ' && !Character.isWhitespace(symbol));
    if (isText && (start.contains(",") || start.contains("\t"))) {
      return notAWorkbook("这是文本表格（CSV），不是 Excel 工作簿。", SAVE_AS);
    }
    return notAWorkbook("这不是 Excel 工作簿。", SAVE_AS);
  }

  private static RefusedWorkbook notAWorkbook(String what, String how) {
    return new RefusedWorkbook(ProblemCode.NOT_A_WORKBOOK, what + how);
  }

  private static byte[] head(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(HEAD);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** Whether an OLE file has a stream of this name, which it keeps in UTF-16. */
  private static boolean contains(byte[] file, String name) {
    return new String(file, StandardCharsets.ISO_8859_1)
        .contains(
            new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }

  private static String text(byte[] head) {
    boolean wide = head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE;
    var text = new String(head, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    return text.startsWith("ï»¿") ? text.substring(3) : text.replace("\uFEFF", "");
  }
}
