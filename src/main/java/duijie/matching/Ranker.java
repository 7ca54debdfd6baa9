package duijie.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;

/** Ranks partners by the rules: scores every eligible one, and words the first of them alone. */
final class Ranker {

  /** How many eligible partners are scored; past it the engine's relevance chooses them. */
  static final int CAP = 10_000;

  private final Points points;
  private final int cap;

  Ranker(Points points, int cap) {
    this.points = points;
    this.cap = cap;
  }

  <F, T> Ranking<T> rank(Partners<F, T> partners, int top) {
    var candidates = partners.candidates();
    var eligible = new ArrayList<F>(candidates.size());
    for (var candidate : candidates) {
      if (passes(partners.verdicts(candidate))) {
        eligible.add(candidate);
      }
    }
    boolean capped = eligible.size() > cap;
    var scored = capped ? nearest(partners, eligible, candidates.size()) : eligible;
    var ranked = new ArrayList<Ranking.Ranked<T>>();
    for (var best : best(partners, scored, top)) {
      ranked.add(
          new Ranking.Ranked<>(
              ranked.size() + 1, partners.unwrap(best.partner()), partners.assess(best.partner())));
    }
    return new Ranking<>(ranked, eligible.size(), capped);
  }

  static <F, T> List<Exclusion<T>> exclusions(Partners<F, T> partners) {
    var excluded = new ArrayList<F>();
    for (var partner : partners.all()) {
      if (!passes(partners.verdicts(partner))) {
        excluded.add(partner);
      }
    }
    excluded.sort(partners.order());
    return excluded.stream()
        .map(partner -> new Exclusion<>(partners.unwrap(partner), partners.failures(partner)))
        .toList();
  }

  private static boolean passes(Verdict[] verdicts) {
    for (var verdict : verdicts) {
      if (verdict == Verdict.FAIL) {
        return false;
      }
    }
    return true;
  }

  /** The eligible ones whose text is nearest, filled up with others where too few are near. */
  private <F> List<F> nearest(Partners<F, ?> partners, List<F> eligible, int candidates) {
    var chosen = new LinkedHashSet<>(partners.nearest(candidates));
    var all = new LinkedHashSet<>(eligible);
    chosen.retainAll(all);
    chosen.addAll(all);
    return chosen.stream().limit(cap).toList();
  }

  private <F> List<Scored<F>> best(Partners<F, ?> partners, List<F> eligible, int top) {
    var order =
        Comparator.<Scored<F>>comparingLong(Scored::score)
            .thenComparingLong(Scored::potential)
            .reversed()
            .thenComparing(Scored::partner, partners.order());
    var best = new PriorityQueue<Scored<F>>(order.reversed());
    for (var partner : eligible) {
      var values = partners.values(partner);
      long score = points.score(values);
      var worst = best.peek();
      if (worst != null && best.size() >= top && score < worst.score()) {
        continue;
      }
      best.add(new Scored<>(partner, score, score + points.unknown(values)));
      if (best.size() > top) {
        best.remove();
      }
    }
    return best.stream().sorted(order).toList();
  }

  private record Scored<F>(F partner, long score, long potential) {}
}
