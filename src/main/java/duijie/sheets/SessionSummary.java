package duijie.sheets;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.sessions.Findings;
import duijie.sessions.TalkResult;
import duijie.sheets.SessionBook.Talk;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a session comes to 统计汇总: counts and sums over all of it, by service field and by region of
 * the projects, and by what came of the talks. A project of several fields counts once under each
 * of them and under each wider field above them, so these lines may add up to more than the total.
 */
public record SessionSummary(List<Line> lines) {

  /** What is said of a talk of which both sides recorded something else. */
  public static final String DISPUTED = "双方所记不同";

  public SessionSummary {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param group what the line is counted by, for example 服务领域
   * @param name which of them, for example 养老
   * @param budget the sum of the budgets that are known, yuan
   * @param agencies those that talk about these projects
   * @param talks those that have a place
   * @param unplaced pairs that may talk and have no place
   * @param recorded talks of which it is known what came of them
   * @param intents talks that left something to follow up
   * @param amount the sum of the amounts that these speak of, yuan
   */
  public record Line(
      String group,
      String name,
      int projects,
      BigDecimal budget,
      int agencies,
      int talks,
      int unplaced,
      int recorded,
      int intents,
      BigDecimal amount) {}

  /** Counts the workbook. */
  public static SessionSummary of(SessionBook book, Regions regions, Vocabulary vocabulary) {
    var lines = new ArrayList<Line>();
    lines.add(line("合计", "全部", book.projects(), book.talks()));
    lines.addAll(
        by(
            book,
            Summary.FIELD,
            project -> Summary.withWider(project.fields(), vocabulary),
            fields -> Summary.ordered(fields, vocabulary),
            field -> vocabulary.find(field).map(Term::name).orElse(field.value())));
    lines.addAll(
        SessionSummary.<Region.Code>by(
            book,
            Summary.REGION,
            project -> Summary.county(project.region()),
            codes -> codes,
            regions::pathName));
    lines.addAll(byOutcome(book));
    return new SessionSummary(lines);
  }

  private static <K> List<Line> by(
      SessionBook book,
      String group,
      Function<Project, Set<K>> keys,
      Function<Set<K>, Collection<K>> order,
      Function<K, String> name) {
    Set<K> all = new TreeSet<>();
    book.projects().forEach(project -> all.addAll(keys.apply(project)));
    var lines = new ArrayList<Line>();
    for (var key : order.apply(all)) {
      lines.add(line(book, group, name.apply(key), project -> keys.apply(project).contains(key)));
    }
    if (book.projects().stream().anyMatch(project -> keys.apply(project).isEmpty())) {
      lines.add(line(book, group, Summary.NOT_FILLED_IN, project -> keys.apply(project).isEmpty()));
    }
    return lines;
  }

  private static Line line(SessionBook book, String group, String name, Predicate<Project> which) {
    return line(
        group,
        name,
        book.projects().stream().filter(which).toList(),
        book.talks().stream().filter(talk -> which.test(talk.project())).toList());
  }

  private static List<Line> byOutcome(SessionBook book) {
    var lines = new ArrayList<Line>();
    for (var kind : TalkResult.Kind.values()) {
      lines.add(outcome(book, kind.label(), talk -> kindOf(talk) == kind));
    }
    lines.add(outcome(book, DISPUTED, talk -> talk.verdict().disputed()));
    lines.add(
        outcome(
            book, "未记录", talk -> talk.verdict().counts() == null && !talk.verdict().disputed()));
    return lines;
  }

  private static TalkResult.@Nullable Kind kindOf(Talk talk) {
    var counts = talk.verdict().counts();
    return counts == null ? null : counts.kind();
  }

  /** Of the talks that have a place. */
  private static Line outcome(SessionBook book, String name, Predicate<Talk> which) {
    var talks = book.placed().stream().filter(which).toList();
    var about = talks.stream().map(Talk::project).collect(Collectors.toSet());
    return line("洽谈结果", name, about, talks);
  }

  private static Line line(
      String group, String name, Collection<Project> projects, List<Talk> talks) {
    var placed = talks.stream().filter(talk -> talk.slot() != null).toList();
    var agencies = new HashSet<Agency.Id>();
    placed.forEach(talk -> agencies.add(talk.agency().id()));
    var findings =
        placed.stream().map(talk -> talk.verdict().counts()).filter(Objects::nonNull).toList();
    var intended = findings.stream().filter(one -> one.kind().intended()).toList();
    return new Line(
        group,
        name,
        projects.size(),
        projects.stream()
            .map(Project::budget)
            .filter(Objects::nonNull)
            .map(money -> money.yuan())
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        agencies.size(),
        placed.size(),
        talks.size() - placed.size(),
        findings.size(),
        intended.size(),
        intended.stream()
            .map(Findings::amount)
            .filter(Objects::nonNull)
            .map(money -> money.yuan())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
