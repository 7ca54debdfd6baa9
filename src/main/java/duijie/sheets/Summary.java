package duijie.sheets;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a matchmaking workbook comes to 统计汇总: counts and sums over all of it, by service field, by
 * region and by outcome. A record of several fields counts once under each of them and under each
 * wider field above them, so these lines may add up to more than the total.
 */
public record Summary(List<Line> lines) {

  public Summary {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param group what the line is counted by, for example 服务领域
   * @param name which of them, for example 养老
   * @param projects how many projects
   * @param budget the sum of the budgets that are known, yuan
   * @param budgetsUnknown how many projects have no known budget
   * @param agencies how many agencies, or null where they are not counted by this
   * @param pairs how many pairs are proposed for these projects
   * @param unmatched how many of the projects have no match that got points: nobody is proposed, or
   *     only agencies of which nothing is known
   * @param verified how many of the projects have an eligible agency with no rule left to verify
   */
  public record Line(
      String group,
      String name,
      int projects,
      BigDecimal budget,
      int budgetsUnknown,
      @Nullable Integer agencies,
      int pairs,
      int unmatched,
      int verified) {

    private Line withoutAgencies() {
      return new Line(
          group, name, projects, budget, budgetsUnknown, null, pairs, unmatched, verified);
    }
  }

  static final String NOT_FILLED_IN = "未填写";
  static final String FIELD = "服务领域";
  static final String REGION = "区划";

  /** Counts the workbook; regions are counted by county, or by the narrowest known above it. */
  public static Summary of(MatchmakingBook book, Regions regions, Vocabulary vocabulary) {
    var projects = book.projects();
    var agencies = book.agencies();
    var lines = new ArrayList<Line>();
    lines.add(line("合计", "全部", projects, agencies.size()));
    lines.addAll(byField(projects, agencies, vocabulary));
    lines.addAll(byRegion(projects, agencies, regions));
    lines.addAll(byRegime(projects));
    lines.addAll(byOutcome(projects, agencies));
    return new Summary(lines);
  }

  private static List<Line> byField(
      List<MatchmakingBook.Matched> projects, List<Agency> agencies, Vocabulary vocabulary) {
    var tally = new Tally<Term.Id>();
    projects.forEach(m -> tally.add(m, withWider(m.project().fields(), vocabulary)));
    agencies.forEach(agency -> tally.add(withWider(agency.fields(), vocabulary)));
    return tally.lines(
        FIELD,
        ordered(tally.keys(), vocabulary),
        field -> vocabulary.find(field).map(Term::name).orElse(field.value()));
  }

  /** The fields in the order of the standard, those that it does not know last. */
  static List<Term.Id> ordered(Set<Term.Id> fields, Vocabulary vocabulary) {
    var standardOrder = vocabulary.terms(Term.Kind.SERVICE_FIELD).stream().map(Term::id);
    return Stream.concat(standardOrder.filter(fields::contains), fields.stream())
        .distinct()
        .toList();
  }

  /** The fields and all above them, as lists of records count them too. */
  static Set<Term.Id> withWider(Set<Term.Id> fields, Vocabulary vocabulary) {
    var all = new TreeSet<>(fields);
    fields.forEach(field -> all.addAll(vocabulary.ancestors(field)));
    return all;
  }

  private static List<Line> byRegion(
      List<MatchmakingBook.Matched> projects, List<Agency> agencies, Regions regions) {
    var tally = new Tally<Region.Code>();
    projects.forEach(matched -> tally.add(matched, county(matched.project().region())));
    agencies.forEach(agency -> tally.add(county(agency.registeredRegion())));
    return tally.lines(REGION, tally.keys(), regions::pathName);
  }

  private static List<Line> byRegime(List<MatchmakingBook.Matched> projects) {
    var tally = new Tally<Project.Regime>();
    projects.forEach(
        matched -> {
          var regime = matched.project().regime();
          tally.add(matched, regime == null ? Set.of() : Set.of(regime));
        });
    return tally.lines("采购制度", tally.keys(), Project.Regime::label).stream()
        .map(Line::withoutAgencies)
        .toList();
  }

  private static List<Line> byOutcome(
      List<MatchmakingBook.Matched> projects, List<Agency> agencies) {
    var outcomes = new EnumMap<Outcome, List<MatchmakingBook.Matched>>(Outcome.class);
    for (var outcome : Outcome.values()) {
      outcomes.put(outcome, new ArrayList<>());
    }
    projects.forEach(
        matched -> Objects.requireNonNull(outcomes.get(Outcome.of(matched))).add(matched));
    var lines = new ArrayList<Line>();
    outcomes.forEach(
        (outcome, of) -> lines.add(line("对接情况", outcome.label, of, partners(of, agencies))));
    return lines;
  }

  /** How many of the agencies are proposed for these projects. */
  private static int partners(List<MatchmakingBook.Matched> projects, List<Agency> agencies) {
    Set<Agency.Id> proposed = new HashSet<>();
    projects.forEach(m -> m.proposed().forEach(r -> proposed.add(r.partner().id())));
    return (int) agencies.stream().filter(agency -> proposed.contains(agency.id())).count();
  }

  /** What came of a project. */
  private enum Outcome {
    MATCHED("有匹配"),
    NOTHING_KNOWN("仅有0分机构"),
    UNMATCHED("无匹配");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    static Outcome of(MatchmakingBook.Matched matched) {
      if (matched.ranking().matches().isEmpty()) {
        return UNMATCHED;
      }
      return matched.proposed().isEmpty() ? NOTHING_KNOWN : MATCHED;
    }
  }

  /** The county that a region lies in, or the narrowest known above it; none of none. */
  static Set<Region.Code> county(Region.@Nullable Code code) {
    if (code == null) {
      return Set.of();
    }
    int digits = Region.Level.COUNTY.digits();
    return Set.of(
        code.value().length() <= digits
            ? code
            : new Region.Code(code.value().substring(0, digits)));
  }

  /** Sorts projects and agencies into groups; those without any are kept apart. */
  private static final class Tally<K extends Comparable<K>> {
    private final Map<K, List<MatchmakingBook.Matched>> projects = new TreeMap<>();
    private final Map<K, Integer> agencies = new TreeMap<>();
    private final List<MatchmakingBook.Matched> otherProjects = new ArrayList<>();
    private int otherAgencies;

    void add(MatchmakingBook.Matched project, Set<K> keys) {
      keys.forEach(key -> projects.computeIfAbsent(key, k -> new ArrayList<>()).add(project));
      if (keys.isEmpty()) {
        otherProjects.add(project);
      }
    }

    void add(Set<K> keysOfAgency) {
      keysOfAgency.forEach(key -> agencies.merge(key, 1, Integer::sum));
      otherAgencies += keysOfAgency.isEmpty() ? 1 : 0;
    }

    Set<K> keys() {
      var keys = new TreeSet<>(projects.keySet());
      keys.addAll(agencies.keySet());
      return keys;
    }

    List<Line> lines(String group, Collection<K> order, Function<K, String> name) {
      var lines = new ArrayList<Line>();
      for (var key : order) {
        var projectsOfKey = projects.getOrDefault(key, List.of());
        lines.add(line(group, name.apply(key), projectsOfKey, agencies.getOrDefault(key, 0)));
      }
      if (!otherProjects.isEmpty() || otherAgencies > 0) {
        lines.add(line(group, NOT_FILLED_IN, otherProjects, otherAgencies));
      }
      return lines;
    }
  }

  private static Line line(
      String group,
      String name,
      Collection<MatchmakingBook.Matched> projects,
      @Nullable Integer agencies) {
    var budgets =
        projects.stream().map(m -> m.project().budget()).filter(Objects::nonNull).toList();
    return new Line(
        group,
        name,
        projects.size(),
        budgets.stream().map(money -> money.yuan()).reduce(BigDecimal.ZERO, BigDecimal::add),
        projects.size() - budgets.size(),
        agencies,
        projects.stream().mapToInt(m -> m.proposed().size()).sum(),
        (int) projects.stream().filter(m -> Outcome.of(m) != Outcome.MATCHED).count(),
        (int) projects.stream().filter(m -> m.ranking().verified() > 0).count());
  }
}
