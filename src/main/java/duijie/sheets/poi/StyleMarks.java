package duijie.sheets.poi;

import duijie.sheets.Problem.Severity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Adds the looks of marked cells to a workbook's own styles: each is the cell's style with another
 * fill. Fills of an earlier round are taken back.
 */
final class StyleMarks {

  /** Soft red and soft yellow, each a shade that nobody picks, so that they are known again. */
  private static final Map<Severity, String> COLOURS =
      Map.of(Severity.ERROR, "FFFFC7CD", Severity.WARNING, "FFFFEB9D");

  private static final String DARK_RED = "FFC00000";
  private static final String BLUE = "FF0563C1";

  private final PartTree tree;
  private final Element formats;
  private final Map<Severity, String> fills = new EnumMap<>(Severity.class);
  private final Map<String, Integer> made = new HashMap<>();
  private final Map<Integer, Integer> cleared = new HashMap<>();

  StyleMarks(PartTree tree) {
    this.tree = tree;
    this.formats = tree.childOrNew(tree.root(), "cellXfs");
    clearEarlier();
    COLOURS.forEach((severity, colour) -> fills.put(severity, fill(colour)));
  }

  PartTree tree() {
    return tree;
  }

  /** The style with the fill of a problem. */
  int marked(int style, Severity severity) {
    var fill = Objects.requireNonNull(fills.get(severity));
    return made.computeIfAbsent(
        severity + ":" + style,
        key -> {
          var format = copy(style);
          format.setAttribute("fillId", fill);
          format.setAttribute("applyFill", "1");
          return add(format);
        });
  }

  /** The style that a cell has once the marks of earlier rounds are gone. */
  int unmarked(int style) {
    return cleared.getOrDefault(style, style);
  }

  /** Wrapped text in dark red. */
  int reason() {
    return made.computeIfAbsent("reason", key -> add(text(font(DARK_RED, false, false))));
  }

  /** Wrapped text. */
  int plain() {
    return made.computeIfAbsent("plain", key -> add(text("0")));
  }

  /** A link. */
  int link() {
    return made.computeIfAbsent("link", key -> add(text(font(BLUE, false, true))));
  }

  /** A header of our own. */
  int header() {
    return made.computeIfAbsent("header", key -> add(text(font(null, true, false))));
  }

  private void clearEarlier() {
    var fillElements = PartTree.children(tree.childOrNew(tree.root(), "fills"), "fill");
    var all = PartTree.children(formats, "xf");
    for (int i = 0; i < all.size(); i++) {
      int fill = number(all.get(i), "fillId");
      if (fill < fillElements.size() && isOurs(fillElements.get(fill))) {
        var format = (Element) all.get(i).cloneNode(true);
        format.setAttribute("fillId", "0");
        cleared.put(i, add(format));
      }
    }
  }

  private static boolean isOurs(Element fill) {
    var pattern = PartTree.child(fill, "patternFill");
    var colour = pattern == null ? null : PartTree.child(pattern, "fgColor");
    return colour != null && COLOURS.containsValue(colour.getAttribute("rgb"));
  }

  private Element copy(int style) {
    List<Element> all = PartTree.children(formats, "xf");
    int origin = unmarked(style);
    return origin < all.size() ? (Element) all.get(origin).cloneNode(true) : text("0");
  }

  private Element text(String font) {
    var format = detached("xf");
    format.setAttribute("numFmtId", "0");
    format.setAttribute("fontId", font);
    format.setAttribute("fillId", "0");
    format.setAttribute("borderId", "0");
    format.setAttribute("applyFont", "1");
    format.setAttribute("applyAlignment", "1");
    var alignment = tree.append(format, "alignment");
    alignment.setAttribute("vertical", "center");
    alignment.setAttribute("wrapText", "1");
    return format;
  }

  private String fill(String colour) {
    var fillsElement = tree.childOrNew(tree.root(), "fills");
    var pattern = tree.append(tree.append(fillsElement, "fill"), "patternFill");
    pattern.setAttribute("patternType", "solid");
    tree.append(pattern, "fgColor").setAttribute("rgb", colour);
    tree.append(pattern, "bgColor").setAttribute("indexed", "64");
    return last(fillsElement, "fill");
  }

  /** The body font in another colour. */
  private String font(@Nullable String colour, boolean bold, boolean underlined) {
    var fonts = tree.childOrNew(tree.root(), "fonts");
    var body = PartTree.child(fonts, "font");
    var font = tree.append(fonts, "font");
    // The order is the schema's: b, u, sz, color, name.
    if (bold) {
      tree.append(font, "b");
    }
    if (underlined) {
      tree.append(font, "u");
    }
    copyChild(body, font, "sz");
    if (colour != null) {
      tree.append(font, "color").setAttribute("rgb", colour);
    }
    copyChild(body, font, "name");
    return last(fonts, "font");
  }

  private static void copyChild(@Nullable Element from, Element to, String name) {
    var child = from == null ? null : PartTree.child(from, name);
    if (child != null) {
      to.appendChild(child.cloneNode(true));
    }
  }

  private Element detached(String name) {
    var element = tree.append(formats, name);
    formats.removeChild(element);
    return element;
  }

  private int add(Element format) {
    formats.appendChild(format);
    return Integer.parseInt(last(formats, "xf"));
  }

  /** The index of the last child, after the count is brought up to date. */
  private static String last(Element parent, String name) {
    int count = PartTree.children(parent, name).size();
    parent.setAttribute("count", Integer.toString(count));
    return Integer.toString(count - 1);
  }

  private static int number(Element element, String attribute) {
    var text = element.getAttribute(attribute);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
