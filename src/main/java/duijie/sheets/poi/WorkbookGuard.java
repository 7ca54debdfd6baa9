package duijie.sheets.poi;

import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Goes over a whole workbook before anything of it is understood: its kind, its size packed and
 * unpacked, the number and the names of its parts, and the shape of all its XML. Sizes are counted
 * while unpacking; what the file says of itself is not believed.
 */
final class WorkbookGuard {

  private static final int BUFFER = 1 << 16;

  private WorkbookGuard() {}

  /** Refuses the file where a limit is broken or where it is no workbook at all. */
  static void check(Path file, Limits limits) throws RefusedWorkbook, IOException {
    FileKind.check(file, limits);
    try (var zip = Parts.open(file)) {
      check(zip, new Allowance(limits));
    }
  }

  /** Refuses the opened file where a limit is broken. */
  static void check(ZipFile zip, Allowance allowance) throws RefusedWorkbook {
    if (zip.size() > allowance.limits().parts()) {
      throw new RefusedWorkbook(
          ProblemCode.TOO_MANY_PARTS,
          "工作簿内部的文件超过 " + allowance.limits().parts() + " 个。请删去图片和多余的工作表，或把内容复制到模板中。");
    }
    var names = new HashSet<String>();
    for (var entry : zip.stream().toList()) {
      checkName(entry.getName());
      if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
        throw Xml.unsafe("有重名的部分");
      }
    }
    for (var entry : zip.stream().toList()) {
      unpack(zip, entry, isXml(entry), allowance);
    }
  }

  private static void checkName(String name) throws RefusedWorkbook {
    if (name.startsWith("/") || name.contains("..") || name.contains("\\") || name.contains(":")) {
      throw Xml.unsafe("有部分的路径指向文件之外");
    }
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("vbaproject") || lower.startsWith("xl/macrosheets/")) {
      throw macros();
    }
    if (lower.startsWith("xl/externallinks/")) {
      throw externalLinks();
    }
  }

  static RefusedWorkbook macros() {
    return new RefusedWorkbook(
        ProblemCode.MACROS, "工作簿含有宏，为安全起见不予读取。请另存为不含宏的“Excel 工作簿（.xlsx）”后再导入。");
  }

  static RefusedWorkbook externalLinks() {
    return new RefusedWorkbook(
        ProblemCode.EXTERNAL_LINKS,
        "工作簿含有指向其他文件的链接，不予读取。请在 Excel 中点“数据—编辑链接—断开链接”，或把内容粘贴为数值，另存后再导入。");
  }

  /**
   * Looks over a part that is about to be parsed, where its name did not tell that it is XML: a
   * reference can name any part.
   */
  static void checkXml(ZipFile zip, ZipEntry entry, Allowance allowance) throws RefusedWorkbook {
    if (!isXml(entry)) {
      unpack(zip, entry, true, allowance);
    }
  }

  private static boolean isXml(ZipEntry entry) {
    var name = entry.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
  }

  private static void unpack(ZipFile zip, ZipEntry entry, boolean isXml, Allowance allowance)
      throws RefusedWorkbook {
    var bytes = new XmlBytes();
    var scan = new XmlScan();
    var crc = new CRC32();
    var buffer = new byte[BUFFER];
    try (var stream = zip.getInputStream(entry)) {
      for (int read = stream.readNBytes(buffer, 0, BUFFER);
          read > 0;
          read = stream.readNBytes(buffer, 0, BUFFER)) {
        allowance.unpack(read);
        allowance.checkTime();
        crc.update(buffer, 0, read);
        if (isXml) {
          scan.scan(buffer, bytes.reduce(buffer, read));
        }
      }
    } catch (IOException broken) {
      throw Xml.damaged();
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
      throw Xml.damaged();
    }
  }
}
