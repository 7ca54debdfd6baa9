package duijie.regions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The divisions in the order of their codes, which puts each before all that lies in it. Nodes are
 * places in that order.
 */
final class RegionTree {

  /** Stands for "no node", and for the whole country where a parent is asked for. */
  static final int NONE = -1;

  private static final String SHIPPED = "regions.csv";

  private final Region[] regions;
  private final int[] parents;
  private final int[] ends;

  private RegionTree(List<Region> inOrder) {
    regions = inOrder.toArray(Region[]::new);
    parents = new int[regions.length];
    ends = new int[regions.length];
    int last = NONE;
    for (int node = 0; node < regions.length; node++) {
      while (last != NONE && !regions[last].code().covers(regions[node].code())) {
        ends[last] = node;
        last = parents[last];
      }
      parents[node] = last;
      last = node;
    }
    for (; last != NONE; last = parents[last]) {
      ends[last] = regions.length;
    }
  }

  /** Reads the table that ships with the product. */
  static RegionTree shipped() {
    try (var in = RegionTree.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + SHIPPED);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines of {@code code,name} in the order of codes, after a line of headers. */
  private static RegionTree of(String table) {
    var inOrder = new ArrayList<Region>(50_000);
    int start = table.indexOf('\n') + 1;
    while (start < table.length()) {
      int comma = table.indexOf(',', start);
      int end = table.indexOf('\n', comma);
      inOrder.add(
          new Region(
              new Region.Code(table.substring(start, comma)), table.substring(comma + 1, end)));
      start = end + 1;
    }
    return new RegionTree(inOrder);
  }

  int size() {
    return regions.length;
  }

  Region region(int node) {
    return regions[node];
  }

  /** The node directly above, or {@link #NONE} for a province. */
  int parent(int node) {
    return parents[node];
  }

  /** The first node after all that lies in this one. */
  int end(int node) {
    return ends[node];
  }

  /** Whether the other node is this one or lies in it. */
  boolean covers(int node, int other) {
    return other >= node && other < ends[node];
  }

  /** The node of this code, or {@link #NONE}. */
  int node(String code) {
    int low = 0;
    int high = regions.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = regions[middle].code().value().compareTo(code);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  /** The nodes directly below, in order; all provinces for {@link #NONE}. */
  List<Integer> children(int node) {
    var children = new ArrayList<Integer>();
    int end = node == NONE ? regions.length : ends[node];
    for (int child = node + 1; child < end; child = ends[child]) {
      children.add(child);
    }
    return children;
  }

  /** Whether a node only keeps the four levels even, such as 市辖区 between 北京市 and 东城区. */
  boolean placeholder(int node) {
    var region = regions[node];
    return switch (region.level()) {
      case PROVINCE -> false;
      case CITY ->
          region.name().equals("市辖区")
              || region.name().equals("县")
              || region.name().endsWith("直辖县级行政区划");
      case COUNTY, TOWN -> region.name().equals(regions[parents[node]].name());
    };
  }
}
