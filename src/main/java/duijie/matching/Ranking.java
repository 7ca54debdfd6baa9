package duijie.matching;

import java.util.List;

/**
 * Partners in the order of how well they suit: by score, then potential, then credit code (blank
 * last), then name.
 *
 * @param <T> what is ranked: agencies for a project, or projects for an agency
 * @param matches the first of them, ranks from 1
 * @param eligible how many partners no rule excludes, those beyond the cut included
 * @param verified how many of the eligible pass every eligibility rule; of the others something is
 *     not known yet
 * @param capped whether more were eligible than the stated cap, so that nearness of texts cut the
 *     list before scoring
 */
public record Ranking<T>(List<Ranked<T>> matches, int eligible, int verified, boolean capped) {

  public Ranking {
    matches = List.copyOf(matches);
  }

  /**
   * One partner with its place.
   *
   * @param rank from 1, unique
   */
  public record Ranked<T>(int rank, T partner, Assessment assessment) {}
}
