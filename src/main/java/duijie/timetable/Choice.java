package duijie.timetable;

import java.util.Arrays;

/**
 * The most valuable choice of edges in a bipartite graph where each node takes so many edges at
 * most, and all nodes together so many: maximum-weight b-matching.
 *
 * <p>Found by successive shortest paths with node potentials (Tomizawa 1971, Edmonds and Karp
 * 1972): each phase finds by Dijkstra's algorithm what one more edge is worth, and then adds as
 * many edges of that worth as a depth-first search finds, as in the primal-dual method. Worths fall
 * from phase to phase, so it ends where one more edge would add nothing. The potentials are the
 * prices of the dual linear program; they prove that nothing is worth more, see {@link #bound}.
 */
final class Choice {

  private static final long FAR = Long.MAX_VALUE / 4;

  private final int lefts;
  private final int nodes;
  private final int[] left;
  private final int[] right;
  private final long[] worth;
  private final int[] caps;
  private final int limit;
  private final int[][] edgesOf;
  private final boolean[] chosen;
  private final int[] degree;
  private final long[] potential;
  private long sinkPotential;
  private int count;
  private long value;

  private final long[] distance;
  private final boolean[] done;
  private final boolean[] seen;
  private final IndexedHeap heap;

  /**
   * @param lefts the nodes on the left side are those below this number
   * @param nodes how many nodes there are
   * @param left the left node of each edge
   * @param right its right node
   * @param worth its worth, 0 or more
   * @param caps how many edges each node takes
   * @param limit how many edges may be chosen altogether
   */
  Choice(int lefts, int nodes, int[] left, int[] right, long[] worth, int[] caps, int limit) {
    this.lefts = lefts;
    this.nodes = nodes;
    this.left = left;
    this.right = right;
    this.worth = worth;
    this.caps = caps;
    this.limit = limit;
    edgesOf = edgesOf();
    chosen = new boolean[left.length];
    degree = new int[nodes];
    potential = new long[nodes];
    distance = new long[nodes];
    done = new boolean[nodes];
    seen = new boolean[nodes];
    heap = new IndexedHeap(nodes);
  }

  private int[][] edgesOf() {
    var counts = new int[nodes];
    for (int edge = 0; edge < left.length; edge++) {
      counts[left[edge]]++;
      counts[right[edge]]++;
    }
    var lists = new int[nodes][];
    Arrays.setAll(lists, node -> new int[counts[node]]);
    Arrays.fill(counts, 0);
    for (int edge = 0; edge < left.length; edge++) {
      lists[left[edge]][counts[left[edge]]++] = edge;
      lists[right[edge]][counts[right[edge]]++] = edge;
    }
    return lists;
  }

  /** Makes the choice; {@code phase} is called now and then, for whoever waits. */
  Choice make(Runnable phase) {
    start();
    while (count < limit) {
      phase.run();
      long further = shortestWay();
      long until = Math.min(further, -sinkPotential);
      for (int node = 0; node < nodes; node++) {
        potential[node] += Math.min(distance[node], until);
      }
      sinkPotential += until;
      if (sinkPotential == 0) {
        break; // one more edge would add nothing
      }
      addAllAlongTheWay();
    }
    return this;
  }

  private void start() {
    sinkPotential = 0;
    for (int node = lefts; node < nodes; node++) {
      for (int edge : edgesOf[node]) {
        potential[node] = Math.min(potential[node], -worth[edge]);
      }
      if (caps[node] > 0) {
        sinkPotential = Math.min(sinkPotential, potential[node]);
      }
    }
  }

  /** How much longer the shortest way from source to sink is than it was. */
  private long shortestWay() {
    Arrays.fill(distance, FAR);
    Arrays.fill(done, false);
    heap.clear();
    for (int node = 0; node < lefts; node++) {
      if (degree[node] < caps[node]) {
        distance[node] = -potential[node];
        heap.put(node, distance[node]);
      }
    }
    long end = FAR;
    while (!heap.isEmpty() && heap.smallestKey() < end) {
      int node = heap.take();
      done[node] = true;
      if (node >= lefts && degree[node] < caps[node]) {
        end = Math.min(end, distance[node] + potential[node] - sinkPotential);
      }
      relax(node);
    }
    return end;
  }

  private void relax(int node) {
    boolean fromLeft = node < lefts;
    long base = distance[node] + potential[node];
    for (int edge : edgesOf[node]) {
      if (chosen[edge] == fromLeft) {
        continue; // chosen edges lead back from right to left, all others from left to right
      }
      int next = fromLeft ? right[edge] : left[edge];
      long there = base - potential[next] + (fromLeft ? -worth[edge] : worth[edge]);
      if (!done[next] && there < distance[next]) {
        distance[next] = there;
        heap.put(next, there);
      }
    }
  }

  private void addAllAlongTheWay() {
    Arrays.fill(seen, false);
    for (int node = 0; node < lefts; node++) {
      while (count < limit
          && degree[node] < caps[node]
          && potential[node] == 0
          && !seen[node]
          && add(node)) {
        degree[node]++;
        count++;
        value -= sinkPotential;
      }
    }
  }

  /** Adds an edge at the left node, moving others, along edges that are tight. */
  private boolean add(int node) {
    seen[node] = true;
    for (int edge : edgesOf[node]) {
      int end = right[edge];
      if (chosen[edge] || seen[end] || !isTight(edge)) {
        continue;
      }
      seen[end] = true;
      if ((degree[end] < caps[end] && potential[end] == sinkPotential && ++degree[end] > 0)
          || moves(end)) {
        chosen[edge] = true;
        seen[end] = false;
        seen[node] = false;
        return true;
      }
    }
    return false;
  }

  /** Gives one of the right node's edges up for another of the same left node. */
  private boolean moves(int end) {
    for (int edge : edgesOf[end]) {
      if (chosen[edge] && !seen[left[edge]] && isTight(edge) && add(left[edge])) {
        chosen[edge] = false;
        return true;
      }
    }
    return false;
  }

  private boolean isTight(int edge) {
    return worth[edge] == potential[left[edge]] - potential[right[edge]];
  }

  boolean isChosen(int edge) {
    return chosen[edge];
  }

  long value() {
    return value;
  }

  private long price(int node) {
    return Math.max(0, node < lefts ? potential[node] : sinkPotential - potential[node]);
  }

  /**
   * What an edge is worth beyond the prices of its nodes and of one more edge; where it is
   * negative, what any choice with this edge is worth less than {@link #bound} at least.
   */
  long surplus(int edge) {
    return worth[edge] - price(left[edge]) - price(right[edge]) + sinkPotential;
  }

  /**
   * What no choice exceeds: whatever it is, each of its edges is worth no more than the prices of
   * its nodes, the price of an edge, and its surplus together. The sum of all these equals {@link
   * #value} (duality).
   */
  long bound() {
    long bound = -sinkPotential * limit;
    for (int node = 0; node < nodes; node++) {
      bound += price(node) * caps[node];
    }
    for (int edge = 0; edge < left.length; edge++) {
      bound += Math.max(0, surplus(edge));
    }
    return bound;
  }
}
