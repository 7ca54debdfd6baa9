package duijie.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;

/** Ranks partners by the rules: scores every eligible one, and words the first of them alone. */
final class Ranker {

  /** How many eligible partners are scored; past it nearness of texts chooses them. */
  static final int CAP = 10_000;

  private final Points points;
  private final int cap;

  Ranker(Points points, int cap) {
    this.points = points;
    this.cap = cap;
  }

  <I, T, F> Ranking<T> rank(Pool<I, T, F> pool, Question<T, F> question, int top) {
    var candidates = pool.passing(question.filter());
    var eligible = new ArrayList<F>(candidates.size());
    int verified = 0;
    for (var candidate : candidates) {
      if (question.among().test(pool.record(candidate))) {
        var verdict = question.judge().eligibility(candidate);
        if (verdict != Verdict.FAIL) {
          eligible.add(candidate);
          verified += verdict == Verdict.PASS ? 1 : 0;
        }
      }
    }
    boolean capped = eligible.size() > cap;
    var scored =
        capped ? nearest(pool, question, eligible, candidates.size() - eligible.size()) : eligible;
    var ranked = new ArrayList<Ranking.Ranked<T>>();
    for (var best : best(question.judge(), scored, pool.kind().order(), top)) {
      ranked.add(
          new Ranking.Ranked<>(
              ranked.size() + 1,
              pool.record(best.partner()),
              question.judge().assess(best.partner())));
    }
    return new Ranking<>(ranked, eligible.size(), verified, capped);
  }

  static <I, T, F> List<Exclusion<T>> exclusions(Pool<I, T, F> pool, Question<T, F> question) {
    var excluded = new ArrayList<F>();
    for (var partner : pool.all()) {
      if (question.among().test(pool.record(partner))
          && question.judge().eligibility(partner) == Verdict.FAIL) {
        excluded.add(partner);
      }
    }
    excluded.sort(pool.kind().order());
    return excluded.stream()
        .map(
            partner ->
                new Exclusion<>(
                    pool.record(partner),
                    question.judge().failures(partner),
                    question.judge().unknown(partner)))
        .toList();
  }

  /**
   * The eligible ones whose text is nearest, filled up with others where too few are near.
   *
   * @param others how many that are not eligible the index may name with them
   */
  private <I, T, F> Collection<F> nearest(
      Pool<I, T, F> pool, Question<T, F> question, List<F> eligible, int others) {
    var left = new LinkedHashMap<I, F>();
    eligible.forEach(partner -> left.put(pool.id(partner), partner));
    var chosen = new ArrayList<F>(cap);
    for (var id : pool.index().nearest(question.filter(), question.terms().get(), cap + others)) {
      var near = left.remove(id);
      if (near != null && chosen.size() < cap) {
        chosen.add(near);
      }
    }
    left.values().stream().limit(cap - chosen.size()).forEach(chosen::add);
    return chosen;
  }

  private <F> List<Scored<F>> best(
      Judge<F> judge, Collection<F> eligible, Comparator<F> ties, int top) {
    var order =
        Comparator.<Scored<F>>comparingLong(Scored::score)
            .thenComparingLong(Scored::potential)
            .reversed()
            .thenComparing(Scored::partner, ties);
    var best = new PriorityQueue<Scored<F>>(order.reversed());
    for (var partner : eligible) {
      var values = judge.values(partner);
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
