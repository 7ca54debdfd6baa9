package duijie.timetable

import spock.lang.Specification

/** The prices of the choice prove that nothing is worth more. */
class ChoiceSpec extends Specification {

  def "the bound by prices is the value, and each edge left out costs what its price says"() {
    expect:
    (1..200).every { seed ->
      def chance = new Random(seed)
      int lefts = 1 + chance.nextInt(3)
      int nodes = lefts + 1 + chance.nextInt(3)
      def edges = [0..<lefts, lefts..<nodes].combinations().findAll { chance.nextInt(4) > 0 }
      int[] left = edges.collect { it[0] }
      int[] right = edges.collect { it[1] }
      long[] worth = edges.collect { chance.nextInt(20) }
      int[] caps = (0..<nodes).collect { chance.nextInt(4) }
      int limit = chance.nextInt(8)
      def choice = new Choice(lefts, nodes, left, right, worth, caps, limit).make {}
      def most = best(edges, worth, caps as List, limit, 0)
      assert choice.value() == most
      assert choice.bound() == most
      edges.indices.each { edge ->
        if (!choice.isChosen(edge) && limit > 0 && caps[left[edge]] > 0 && caps[right[edge]] > 0) {
          def less = (caps as List).withIndex().collect { cap, node -> node == left[edge] || node == right[edge] ? cap - 1 : cap }
          def others = edges.indices.findAll { it != edge }
          assert worth[edge] + best(edges[others], worth[others] as long[], less, limit - 1, 0) <= choice.bound() + choice.surplus(edge)
        }
      }
      true
    }
  }

  private static long best(List edges, long[] worth, List<Integer> caps, int limit, int from) {
    if (from == edges.size() || limit == 0) {
      return 0
    }
    long without = best(edges, worth, caps, limit, from + 1)
    def (l, r) = edges[from]
    if (caps[l] == 0 || caps[r] == 0) {
      return without
    }
    def less = caps.withIndex().collect { cap, node -> node == l || node == r ? cap - 1 : cap }
    Math.max(without, worth[from] + best(edges, worth, less, limit - 1, from + 1))
  }
}
