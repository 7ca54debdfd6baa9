package duijie.sheets.poi;

import duijie.sheets.Additions;
import duijie.sheets.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The uploaded workbook with marks in it. Sheets are copied event by event and the small parts
 * around them as trees, so that everything else stays as it came and a large workbook takes no more
 * memory than a small one.
 */
final class MarkedCopy {

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
  private static final String NO_STYLES =
      """
      <styleSheet xmlns="%s"><fonts count="1"><font><sz val="10"/><name val="宋体"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill \
      patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs \
      count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" \
      borderId="0"/></cellXfs></styleSheet>\
      """
          .formatted(SheetXml.MAIN);

  private final Upload parts;
  private final List<Problem> problems;
  private final PartTree types;
  private final String workbookPart;
  private final PartTree workbook;
  private final Relations relations;
  private final Map<String, PartTree> trees = new LinkedHashMap<>();
  private final Map<String, SheetMarks> sheets = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();

  private MarkedCopy(Upload parts, List<Problem> problems) throws IOException {
    this.parts = parts;
    this.problems = problems;
    this.types = parts.tree(CONTENT_TYPES);
    this.workbookPart =
        Relations.of("", parts)
            .first("officeDocument")
            .orElseThrow(() -> new UnmarkableException("no workbook"));
    this.workbook = parts.tree(workbookPart);
    if (!SheetXml.MAIN.equals(workbook.root().getNamespaceURI())) {
      throw new UnmarkableException("no workbook: " + workbook.root().getNamespaceURI());
    }
    this.relations = Relations.of(workbookPart, parts);
  }

  /**
   * Writes the copy.
   *
   * @throws UnmarkableException where the workbook is none, or not one that should go back
   */
  static void write(Path file, List<Problem> problems, OutputStream out)
      throws IOException, XMLStreamException {
    try (var parts = new Upload(file)) {
      new MarkedCopy(parts, problems).write(out);
    }
  }

  private void write(OutputStream out) throws IOException, XMLStreamException {
    var styles = styles();
    planSheets();
    var summaryPart = planSummary();
    dropCalculationChain();
    trees.put(workbookPart, workbook);
    trees.put(Upload.relationsOf(workbookPart), relations.tree());

    var zip = new ZipOutputStream(out);
    put(CONTENT_TYPES, zip);
    types.write(zip);
    copyOthers(zip, summaryPart);
    for (var sheet : sheets.entrySet()) {
      put(sheet.getKey(), zip);
      copySheet(sheet.getKey(), sheet.getValue(), styles, zip);
    }
    put(summaryPart, zip);
    new ProblemSheet(new Utf8Writer(zip), styles).write(problems);
    for (var tree : trees.entrySet()) {
      put(tree.getKey(), zip);
      tree.getValue().write(zip);
    }
    zip.finish();
  }

  private StyleMarks styles() throws IOException {
    var existing = relations.first("styles").filter(parts::has);
    var part = existing.orElse("xl/duijieStyles.xml");
    if (existing.isEmpty()) {
      relations.add("styles", part);
      override(part, "spreadsheetml.styles+xml");
    }
    var tree =
        existing.isPresent()
            ? parts.tree(part)
            : PartTree.read(NO_STYLES.getBytes(StandardCharsets.UTF_8));
    trees.put(part, tree);
    return new StyleMarks(tree);
  }

  private void planSheets() throws IOException, XMLStreamException {
    int number = 0;
    for (var sheet : sheetElements()) {
      var name = sheet.getAttribute("name");
      var marks = Marks.of(problems.stream().filter(p -> name.equals(p.sheet())).toList());
      var part = relations.target(sheet.getAttributeNS(Relations.REFERENCE, "id")).orElse("");
      if (name.equals(Additions.ERROR_SHEET) || !parts.has(part)) {
        continue;
      }
      var scan = SheetScan.of(part, parts);
      var errors = scan.errorColumn(relations.first("sharedStrings").orElse(null), parts);
      if (marks.isEmpty() && (errors == null || !errors.existing())) {
        continue;
      }
      var newNotes = planNotes(part, ++number, scan.legacyDrawing(), marks);
      sheets.put(part, new SheetMarks(marks, errors, newNotes, scan.filtered()));
      if (!marks.isEmpty()) {
        // What is to be mended must be seen.
        sheet.removeAttribute("state");
      }
    }
  }

  /** Answers the reference to the new drawing, or null where the sheet has one or needs none. */
  private @Nullable String planNotes(
      String sheet, int number, @Nullable String drawing, Marks marks) throws IOException {
    var ofSheet = Relations.of(sheet, parts);
    var comments = ofSheet.first("comments").filter(parts::has);
    var shapes = drawing == null ? null : ofSheet.target(drawing).filter(parts::has).orElse(null);
    if (marks.isEmpty() && comments.isEmpty()) {
      return null;
    }
    PartTree shapeTree;
    try {
      shapeTree = shapes == null ? CommentMarks.noShapes() : parts.tree(shapes);
    } catch (UnmarkableException e) {
      // Excel's own drawings of notes are not always XML; such a sheet keeps its notes unchanged.
      return null;
    }
    var commentTree = comments.isPresent() ? parts.tree(comments.get()) : CommentMarks.noComments();
    new CommentMarks(commentTree, shapeTree).addAll(marks);
    var commentsPart = comments.orElse("xl/duijieComments" + number + ".xml");
    trees.put(commentsPart, commentTree);
    if (comments.isEmpty()) {
      ofSheet.add("comments", commentsPart);
      override(commentsPart, "spreadsheetml.comments+xml");
    }
    String reference = null;
    var shapesPart = shapes == null ? "xl/drawings/duijieNotes" + number + ".vml" : shapes;
    trees.put(shapesPart, shapeTree);
    if (shapes == null) {
      reference = ofSheet.add("vmlDrawing", shapesPart);
      override(shapesPart, "vmlDrawing");
    }
    trees.put(Upload.relationsOf(sheet), ofSheet.tree());
    return reference;
  }

  /** Adds 错误汇总 at the end, or takes the place of the one of an earlier round. */
  private String planSummary() {
    for (var sheet : sheetElements()) {
      if (sheet.getAttribute("name").equals(Additions.ERROR_SHEET)) {
        var part = relations.target(sheet.getAttributeNS(Relations.REFERENCE, "id"));
        if (part.isPresent()) {
          dropped.add(Upload.relationsOf(part.get()));
          return part.get();
        }
      }
    }
    var part = "xl/worksheets/duijieProblems.xml";
    var element = workbook.append(sheetsElement(), "sheet");
    int highest =
        sheetElements().stream()
            .mapToInt(sheet -> SheetXml.number(sheet.getAttribute("sheetId")))
            .max()
            .orElse(0);
    element.setAttribute("name", Additions.ERROR_SHEET);
    element.setAttribute("sheetId", Integer.toString(Math.max(0, highest) + 1));
    element.setAttributeNS(Relations.REFERENCE, "r:id", relations.add("worksheet", part));
    override(part, "spreadsheetml.worksheet+xml");
    repeatHeader(sheetElements().size() - 1);
    return part;
  }

  /** Repeats the header of 错误汇总 on every printed page. */
  private void repeatHeader(int sheet) {
    var root = workbook.root();
    var names = PartTree.child(root, "definedNames");
    if (names == null) {
      Element before = sheetsElement();
      for (var earlier : List.of("functionGroups", "externalReferences")) {
        var element = PartTree.child(root, earlier);
        before = element == null ? before : element;
      }
      names = workbook.insert(root, "definedNames", before.getNextSibling());
    }
    var name = workbook.append(names, "definedName");
    name.setAttribute("name", "_xlnm.Print_Titles");
    name.setAttribute("localSheetId", Integer.toString(sheet));
    name.setTextContent("'" + Additions.ERROR_SHEET + "'!$1:$1");
  }

  /** Excel makes it anew; it may name a formula that stood in the column of reasons. */
  private void dropCalculationChain() {
    relations
        .first("calcChain")
        .ifPresent(
            part -> {
              dropped.add(part);
              relations.remove("calcChain");
              PartTree.children(types.root(), "Override").stream()
                  .filter(type -> type.getAttribute("PartName").equals("/" + part))
                  .forEach(types.root()::removeChild);
            });
  }

  private void copyOthers(ZipOutputStream zip, String summaryPart) throws IOException {
    for (var entry : parts.entries()) {
      var name = entry.getName();
      boolean ours =
          name.equals(CONTENT_TYPES)
              || name.equals(summaryPart)
              || trees.containsKey(name)
              || sheets.containsKey(name)
              || dropped.contains(name);
      if (!ours && !entry.isDirectory()) {
        put(name, zip);
        try (var in = parts.open(name)) {
          in.transferTo(zip);
        }
      }
    }
  }

  private void copySheet(String part, SheetMarks sheet, StyleMarks styles, OutputStream out)
      throws IOException, XMLStreamException {
    try (var in = parts.openXml(part)) {
      var xml = new Utf8Writer(out);
      xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
      new SheetMarker(SheetXml.open(in), xml, sheet, styles).copy();
      xml.flush();
    }
  }

  private Element sheetsElement() {
    return workbook.childOrNew(workbook.root(), "sheets");
  }

  private List<Element> sheetElements() {
    return PartTree.children(sheetsElement(), "sheet");
  }

  private void override(String part, String type) {
    var element = types.append(types.root(), "Override");
    element.setAttribute("PartName", "/" + part);
    element.setAttribute("ContentType", TYPE + type);
  }

  private static void put(String name, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
  }
}
