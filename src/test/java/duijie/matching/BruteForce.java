package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Ranks by having every pair assessed by the rule book, without any index, filter or heap. */
public final class BruteForce {

  private BruteForce() {}

  /**
   * A ranking in short.
   *
   * @param places rank, id, score and potential of each
   */
  public record Result(List<String> places, int eligible, boolean capped) {}

  /** The ranking of all these agencies. */
  public static Result agenciesFor(
      RuleBook book, ProjectFacts project, List<AgencyFacts> agencies, LocalDate asOf, int top) {
    var eligible = new ArrayList<Ranked<AgencyFacts>>();
    for (var agency : agencies) {
      if (passes(book.verdicts(project, agency, asOf))) {
        eligible.add(new Ranked<>(agency, book.assess(project, agency, asOf)));
      }
    }
    Comparator<Ranked<AgencyFacts>> ties =
        Comparator.<Ranked<AgencyFacts>, Boolean>comparing(r -> agency(r).creditCode() == null)
            .thenComparing(
                r -> agency(r).creditCode() == null ? "" : agency(r).creditCode().value())
            .thenComparing(r -> agency(r).name())
            .thenComparing(r -> agency(r).id().value());
    return result(eligible, ties, r -> agency(r).id().value(), top);
  }

  /** The ranking of all these projects. */
  public static Result projectsFor(
      RuleBook book, AgencyFacts agency, List<ProjectFacts> projects, LocalDate asOf, int top) {
    var eligible = new ArrayList<Ranked<ProjectFacts>>();
    for (var project : projects) {
      if (passes(book.verdicts(project, agency, asOf))) {
        eligible.add(new Ranked<>(project, book.assess(project, agency, asOf)));
      }
    }
    Function<Ranked<ProjectFacts>, String> id = r -> r.facts.project().id().value();
    return result(eligible, Comparator.comparing(id), id, top);
  }

  /** The same in short of a ranking that matching made. */
  public static Result inShort(Ranking<?> ranking) {
    var places =
        ranking.matches().stream()
            .map(
                match ->
                    place(
                        match.rank(),
                        match.partner() instanceof Agency agency
                            ? agency.id().value()
                            : ((Project) match.partner()).id().value(),
                        match.assessment()))
            .toList();
    return new Result(places, ranking.eligible(), ranking.capped());
  }

  private record Ranked<F>(F facts, Assessment assessment) {
    BigDecimal score() {
      return assessment.score();
    }

    BigDecimal potential() {
      return assessment.potential();
    }
  }

  private static Agency agency(Ranked<AgencyFacts> ranked) {
    return ranked.facts.agency();
  }

  private static boolean passes(Verdict[] verdicts) {
    return !Arrays.asList(verdicts).contains(Verdict.FAIL);
  }

  private static <F> Result result(
      List<Ranked<F>> eligible,
      Comparator<Ranked<F>> ties,
      Function<Ranked<F>, String> id,
      int top) {
    eligible.sort(
        Comparator.<Ranked<F>, BigDecimal>comparing(Ranked::score)
            .thenComparing(Ranked::potential)
            .reversed()
            .thenComparing(ties));
    var places = new ArrayList<String>();
    for (var ranked : eligible.subList(0, Math.min(top, eligible.size()))) {
      places.add(place(places.size() + 1, id.apply(ranked), ranked.assessment));
    }
    return new Result(places, eligible.size(), false);
  }

  private static String place(int rank, String id, Assessment assessment) {
    return "%d %s %s–%s"
        .formatted(
            rank,
            id,
            assessment.score().stripTrailingZeros().toPlainString(),
            assessment.potential().stripTrailingZeros().toPlainString());
  }
}
