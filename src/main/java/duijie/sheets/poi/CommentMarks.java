package duijie.sheets.poi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Element;

/**
 * Adds notes to the cells of a sheet, beside those that it has. A note is a text in the part of
 * comments and a hidden shape in the drawing that Excel shows it in. Ours of an earlier round are
 * taken back.
 */
final class CommentMarks {

  /** Beyond this many Excel grows slow; the reasons stand in the column all the same. */
  private static final int MOST = 1000;

  private static final String AUTHOR = "对接导入检查";
  private static final String VML = "urn:schemas-microsoft-com:vml";
  private static final String EXCEL = "urn:schemas-microsoft-com:office:excel";
  private static final int FIRST_SHAPE = 97 * 1024 + 1;

  private static final String NO_COMMENTS =
      "<comments xmlns=\"%s\"><authors/><commentList/></comments>".formatted(SheetXml.MAIN);

  private static final String NO_SHAPES =
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
      <o:idmap v:ext="edit" data="97"/></o:shapelayout><v:shapetype id="_x0000_t202" \
      coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
      <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>\
      </v:shapetype></xml>""";

  private static final String SHAPE =
      """
      <v:shape xmlns:v="urn:schemas-microsoft-com:vml" \
      xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s%1$d" type="#_x0000_t202" \
      style="position:absolute;margin-left:60pt;margin-top:1pt;width:200pt;height:80pt;\
      z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
      <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
      <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>%3$d, 15, %2$d, 2, %4$d, 15, %5$d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
      <x:Row>%2$d</x:Row><x:Column>%6$d</x:Column></x:ClientData></v:shape>""";

  private final PartTree comments;
  private final PartTree shapes;
  private final Element list;
  private final Set<String> taken = new HashSet<>();
  private String author;
  private int nextShape = FIRST_SHAPE;
  private int added;

  CommentMarks(PartTree comments, PartTree shapes) {
    this.comments = comments;
    this.shapes = shapes;
    this.list = comments.childOrNew(comments.root(), "commentList");
    this.author = author();
    removeEarlier();
    for (var comment : PartTree.children(list, "comment")) {
      taken.add(comment.getAttribute("ref"));
    }
  }

  static PartTree noComments() throws IOException {
    return PartTree.read(NO_COMMENTS.getBytes(StandardCharsets.UTF_8));
  }

  static PartTree noShapes() throws IOException {
    return PartTree.read(NO_SHAPES.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the notes of a sheet; a cell with a note of its owner's keeps that one. */
  void addAll(Marks marks) throws IOException {
    for (var row : marks.rows().entrySet()) {
      for (var cell : row.getValue().entrySet()) {
        add(row.getKey() - 1, cell.getKey(), Marks.note(cell.getValue()));
      }
    }
  }

  private void add(int row, int column, String text) throws IOException {
    var ref = CellReference.convertNumToColString(column) + (row + 1);
    if (added >= MOST || !taken.add(ref)) {
      return;
    }
    added++;
    var comment = comments.append(list, "comment");
    comment.setAttribute("ref", ref);
    comment.setAttribute("authorId", author);
    var words = comments.append(comments.append(comment, "text"), "t");
    words.setAttribute("xml:space", "preserve");
    words.setTextContent(text);
    var shape = SHAPE.formatted(nextShape++, row, column + 1, column + 4, row + 6, column);
    var node = PartTree.read(shape.getBytes(StandardCharsets.UTF_8)).root();
    shapes.root().appendChild(shapes.document().importNode(node, true));
  }

  private String author() {
    var authors = PartTree.child(comments.root(), "authors");
    if (authors == null) {
      authors = comments.insert(comments.root(), "authors", comments.root().getFirstChild());
    }
    var names = PartTree.children(authors, "author");
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).getTextContent().equals(AUTHOR)) {
        return Integer.toString(i);
      }
    }
    comments.append(authors, "author").setTextContent(AUTHOR);
    return Integer.toString(names.size());
  }

  private void removeEarlier() {
    var removed = new HashSet<String>();
    for (var comment : PartTree.children(list, "comment")) {
      if (comment.getAttribute("authorId").equals(author)) {
        removed.add(comment.getAttribute("ref"));
        list.removeChild(comment);
      }
    }
    for (var shape : PartTree.children(shapes.root(), "shape")) {
      nextShape =
          Math.max(
              nextShape, SheetXml.number(shape.getAttribute("id").replaceFirst(".*_s", "")) + 1);
      if (removed.contains(cell(shape))) {
        shapes.root().removeChild(shape);
      }
    }
  }

  /** The cell that a shape belongs to. */
  private static String cell(Element shape) {
    var row = shape.getElementsByTagNameNS(EXCEL, "Row").item(0);
    var column = shape.getElementsByTagNameNS(EXCEL, "Column").item(0);
    if (row == null || column == null || !VML.equals(shape.getNamespaceURI())) {
      return "";
    }
    int number = SheetXml.number(column.getTextContent().strip());
    return number < 0
        ? ""
        : CellReference.convertNumToColString(number)
            + (SheetXml.number(row.getTextContent().strip()) + 1);
  }
}
