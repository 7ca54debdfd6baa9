package duijie.sheets.poi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a part refers to, as the package keeps it beside the part. */
final class Relations {

  /** The namespace of references in the parts themselves. */
  static final String REFERENCE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String EMPTY =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

  private final String part;
  private final PartTree tree;

  private Relations(String part, PartTree tree) {
    this.part = part;
    this.tree = tree;
  }

  static Relations of(String part, Upload parts) throws IOException {
    var tree = parts.treeIfPresent(Upload.relationsOf(part));
    return new Relations(
        part, tree == null ? PartTree.read(EMPTY.getBytes(StandardCharsets.UTF_8)) : tree);
  }

  PartTree tree() {
    return tree;
  }

  /** The part that the reference names. */
  Optional<String> target(String id) {
    return relations()
        .filter(relation -> relation.getAttribute("Id").equals(id))
        .findFirst()
        .map(this::target);
  }

  /** The first part of a kind, for example {@code styles}. */
  Optional<String> first(String kind) {
    return relations().filter(relation -> isOf(kind, relation)).findFirst().map(this::target);
  }

  /** Adds a part and answers the reference to it. */
  String add(String kind, String target) {
    int number = 1;
    while (target("duijie" + number).isPresent()) {
      number++;
    }
    var relation = tree.append(tree.root(), "Relationship");
    relation.setAttribute("Id", "duijie" + number);
    relation.setAttribute("Type", REFERENCE + "/" + kind);
    relation.setAttribute("Target", "/" + target);
    return "duijie" + number;
  }

  void remove(String kind) {
    relations().filter(relation -> isOf(kind, relation)).toList().forEach(tree.root()::removeChild);
  }

  private static boolean isOf(String kind, Element relation) {
    return relation.getAttribute("Type").endsWith("/" + kind);
  }

  private String target(Element relation) {
    return Upload.resolve(part, relation.getAttribute("Target"));
  }

  private Stream<Element> relations() {
    return PartTree.children(tree.root(), "Relationship").stream();
  }
}
