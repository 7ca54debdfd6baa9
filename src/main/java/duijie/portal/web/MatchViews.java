package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.matching.Assessment;
import duijie.matching.Exclusion;
import duijie.matching.Factor;
import duijie.matching.Finding;
import duijie.matching.Ranking;
import duijie.matching.Verdict;
import duijie.pages.Paging;
import duijie.pages.Words;
import duijie.projects.Project;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes matches and exclusions with their reasons. */
@Singleton
final class MatchViews {

  private final Rows rows;

  MatchViews(Rows rows) {
    this.rows = rows;
  }

  /** Whom or what a match is with, as the pages show it. */
  record Partner(String id, String href, String name, boolean demonstration, List<String> meta) {}

  Partner partner(Agency agency) {
    return new Partner(
        agency.id().value(),
        Links.agency(agency.id()),
        agency.name(),
        agency.demonstration(),
        rows.meta(agency));
  }

  Partner partner(Project project) {
    var meta = new ArrayList<>(rows.meta(project));
    meta.addFirst(project.state().label());
    return new Partner(
        project.id().value(),
        Links.project(project.id()),
        project.name(),
        project.demonstration(),
        meta);
  }

  <T> RecordPage.Matches ranking(
      Ranking<T> ranking, Function<T, Partner> partner, LocalDate asOf, List<Facet.Choice> tops) {
    return new RecordPage.Matches(
        ranking.matches().stream().map(m -> ranked(m, partner.apply(m.partner()))).toList(),
        ranking.verified(),
        ranking.eligible() - ranking.verified(),
        ranking.capped(),
        asOf.toString(),
        ranking.eligible() > Tab.USUAL_TOP ? tops : List.of());
  }

  /** The order in which the excluded are told: what fails least, then what is unknown least. */
  static <T> Comparator<Exclusion<T>> nearest() {
    return Comparator.<Exclusion<T>>comparingInt(e -> e.failed().size())
        .thenComparingInt(Exclusion::unknown);
  }

  /**
   * One page of the excluded.
   *
   * @param all in the order to show
   * @param assess everything about the pair, asked only for what the page shows
   */
  <T> RecordPage.Exclusions exclusions(
      List<Exclusion<T>> all,
      Tab tab,
      String path,
      Function<T, Partner> partner,
      Function<T, Assessment> assess) {
    var wanted = tab.text().toLowerCase(Locale.ROOT);
    var found =
        all.stream()
            .filter(
                e -> partner.apply(e.partner()).name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    var shown =
        found.stream()
            .skip((long) (tab.page() - 1) * Tab.PAGE_SIZE)
            .limit(Tab.PAGE_SIZE)
            .map(e -> excluded(partner.apply(e.partner()), assess.apply(e.partner())))
            .toList();
    return new RecordPage.Exclusions(
        tab.text(),
        path,
        shown,
        Paging.of(found.size(), tab.page(), Tab.PAGE_SIZE, n -> tab.pageAt(path, n)));
  }

  /** How one partner does, without its place among others. */
  MatchView own(Partner partner, Assessment assessment) {
    return match(0, partner, assessment);
  }

  /** One partner with its place among others. */
  <T> MatchView ranked(Ranking.Ranked<T> ranked, Partner partner) {
    return match(ranked.rank(), partner, ranked.assessment());
  }

  private static MatchView match(int rank, Partner partner, Assessment assessment) {
    var widest =
        assessment.factors().stream()
            .map(Factor::weight)
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ONE)
            .doubleValue();
    boolean known = assessment.potential().compareTo(assessment.score()) == 0;
    return new MatchView(
        "match-" + rank,
        partner.id(),
        rank,
        partner.href(),
        Words.title(partner.name(), partner.demonstration()),
        partner.demonstration(),
        partner.meta(),
        Words.points(assessment.score()),
        known ? null : Words.points(assessment.potential()),
        assessment.score().doubleValue(),
        assessment.potential().doubleValue(),
        assessment.verified(),
        assessment.toVerify(),
        Stream.concat(rules(assessment), unknownCriteria(assessment)).toList(),
        assessment.findings().stream()
            .filter(finding -> finding.verdict() == Verdict.PASS)
            .map(Finding::name)
            .toList(),
        assessment.factors().stream().map(factor -> bar(factor, widest)).toList());
  }

  private static MatchView.Excluded excluded(Partner partner, Assessment assessment) {
    return new MatchView.Excluded(
        partner.href(),
        Words.title(partner.name(), partner.demonstration()),
        partner.demonstration(),
        partner.meta(),
        rules(assessment).toList());
  }

  private static MatchView.Bar bar(Factor factor, double widest) {
    double weight = factor.weight().doubleValue();
    var value = factor.value();
    return new MatchView.Bar(
        factor.name(),
        factor.weight().stripTrailingZeros().toPlainString(),
        Words.points(factor.points()),
        value == null ? null : Math.round(value * 100) + "%",
        100 * weight / widest,
        100 * factor.points().doubleValue() / widest,
        factor.sentence());
  }

  /** Failed rules first, then unknown ones. */
  private static Stream<MatchView.Lack> rules(Assessment assessment) {
    return Stream.of(Verdict.FAIL, Verdict.UNKNOWN)
        .flatMap(v -> assessment.findings().stream().filter(f -> f.verdict() == v))
        .map(MatchViews::lack);
  }

  private static Stream<MatchView.Lack> unknownCriteria(Assessment assessment) {
    return assessment.factors().stream()
        .filter(Factor::unknown)
        .map(f -> new MatchView.Lack(f.name(), false, f.sentence(), f.remedy(), null));
  }

  private static MatchView.Lack lack(Finding finding) {
    return new MatchView.Lack(
        finding.name(),
        finding.verdict() == Verdict.FAIL,
        finding.sentence(),
        finding.remedy(),
        finding.source());
  }
}
