package duijie.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The divisions that ship with the product: provinces, cities, counties and towns of the mainland.
 * The table is read once, when it is first asked for.
 */
public final class ChinaRegions implements Regions {

  private final RegionTree tree;
  private final RegionReader reader;

  private ChinaRegions() {
    tree = Shipped.TREE;
    reader = Shipped.READER;
  }

  /** The divisions, read on first use. */
  public static Regions shipped() {
    return Shipped.REGIONS;
  }

  @Override
  public Optional<Region> find(Region.Code code) {
    int node = tree.node(code.value());
    return node == RegionTree.NONE ? Optional.empty() : Optional.of(tree.region(node));
  }

  @Override
  public List<Region> children(Region.Code code) {
    int node = tree.node(code.value());
    return node == RegionTree.NONE
        ? List.of()
        : tree.children(node).stream().map(tree::region).toList();
  }

  @Override
  public List<Region> provinces() {
    return tree.children(RegionTree.NONE).stream().map(tree::region).toList();
  }

  @Override
  public List<Region> path(Region.Code code) {
    var path = new ArrayList<Region>();
    for (var level : Region.Level.values()) {
      if (level.digits() <= code.value().length()) {
        find(new Region.Code(code.value().substring(0, level.digits()))).ifPresent(path::add);
      }
    }
    return List.copyOf(path);
  }

  @Override
  public String pathName(Region.Code code) {
    int node = tree.node(code.value());
    if (node == RegionTree.NONE) {
      return code.value();
    }
    var names = new StringBuilder(tree.region(node).name());
    for (int above = tree.parent(node); above != RegionTree.NONE; above = tree.parent(above)) {
      var name = tree.region(above).name();
      boolean repeated = tree.placeholder(node) && name.contentEquals(names);
      if (!tree.placeholder(above) && !repeated) {
        names.insert(0, '/').insert(0, name);
      }
    }
    return names.toString();
  }

  @Override
  public Reading read(String text) {
    return reader.read(text);
  }

  /** Read on first use, and once for all instances. */
  private static final class Shipped {
    static final RegionTree TREE = RegionTree.shipped();
    static final RegionReader READER = new RegionReader(TREE);
    static final Regions REGIONS = new ChinaRegions();
  }
}
