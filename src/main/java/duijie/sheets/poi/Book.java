package duijie.sheets.poi;

import duijie.sheets.Additions;
import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which sheets a workbook has.
 *
 * @param part the name of the workbook's part
 * @param sheets its worksheets in order
 * @param from1904 whether its dates count from 1904
 */
record Book(String part, List<Sheet> sheets, boolean from1904) {

  private static final int LISTED = 10;
  private static final Set<String> TRUE = Set.of("1", "true", "on");

  /**
   * A worksheet.
   *
   * @param name as on its tab
   * @param part the name of its part
   * @param visible whether people see its tab
   */
  record Sheet(String name, String part, boolean visible) {}

  static Book of(Parts parts) throws RefusedWorkbook {
    if (!parts.has("[Content_Types].xml")) {
      throw FileKind.zip(parts.names());
    }
    var part = parts.related("", "officeDocument");
    if (part == null) {
      throw Xml.damaged();
    }
    checkType(parts, part);
    var targets =
        parts.relations(part).stream()
            .filter(relation -> relation.type().equals("worksheet"))
            .collect(Collectors.toMap(Relation::id, Relation::target, (one, other) -> one));
    var sheets = new ArrayList<Sheet>();
    boolean from1904 = false;
    try (var xml = parts.xml(part)) {
      for (int event = xml.next(); event != Xml.FINISHED; event = xml.next()) {
        if (event != Xml.START) {
          continue;
        }
        if (xml.name().equals("workbookPr")) {
          var declared = xml.attribute("date1904");
          from1904 = declared != null && TRUE.contains(declared);
        } else if (xml.name().equals("sheet")) {
          var name = xml.attribute("name");
          var id = xml.attribute("id");
          var target = id == null ? null : targets.get(id);
          if (name != null && target != null && parts.has(target)) {
            var state = xml.attribute("state");
            sheets.add(new Sheet(name, target, state == null || state.equals("visible")));
          }
        }
      }
    }
    return new Book(part, List.copyOf(sheets), from1904);
  }

  /** The sheet of this name, else the only one that people see. */
  Sheet choose(String wanted) throws RefusedWorkbook {
    var named = named(wanted);
    if (named != null) {
      return named;
    }
    var others = sheets.stream().filter(sheet -> !Additions.isAddedSheet(sheet.name())).toList();
    var visible = others.stream().filter(Sheet::visible).toList();
    var candidates = visible.isEmpty() ? others : visible;
    if (candidates.isEmpty()) {
      throw new RefusedWorkbook(
          ProblemCode.NO_SHEET, "工作簿中没有可读的工作表。请从模板另做一份，把内容填在“" + wanted + "”中。");
    }
    if (candidates.size() > 1) {
      var names =
          candidates.stream()
              .limit(LISTED)
              .map(sheet -> "“" + cut(sheet.name()) + "”")
              .collect(Collectors.joining("、"));
      throw new RefusedWorkbook(
          ProblemCode.SHEET_NOT_FOUND,
          "找不到工作表“%s”。文件中有 %d 个工作表：%s%s。请把要导入的那个改名为“%s”。"
              .formatted(
                  wanted, candidates.size(), names, candidates.size() > LISTED ? "等" : "", wanted));
    }
    return candidates.getFirst();
  }

  /** The sheet of this name. */
  @Nullable Sheet named(String wanted) {
    return sheets.stream()
        .filter(sheet -> sheet.name().replaceAll("[\\s\\u3000\\u00A0]", "").equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private static void checkType(Parts parts, String part) throws RefusedWorkbook {
    var type = parts.contentType(part);
    if (type.contains("sheet.binary")) {
      throw FileKind.binary();
    }
    if (type.contains("macroenabled") || type.contains("addin")) {
      throw WorkbookGuard.macros();
    }
    boolean workbook =
        type.contains("spreadsheetml")
            && (type.contains("sheet.main") || type.contains("template.main"));
    if (!workbook) {
      throw FileKind.zip(parts.names());
    }
  }

  private static String cut(String name) {
    return name.length() <= 31 ? name : name.substring(0, 31) + "…";
  }
}
