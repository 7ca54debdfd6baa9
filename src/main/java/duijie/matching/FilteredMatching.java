package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.vocabulary.TextAnalysis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Matching that filters by the index first and then scores everything left. One instance serves all
 * threads: questions never wait, and each is answered by the one book that was in force when it was
 * asked.
 */
public final class FilteredMatching implements Matching {

  private final TextAnalysis analysis;
  private final int cap;
  private final ReentrantLock changes = new ReentrantLock();
  private volatile State state;

  /**
   * Starts with nothing put in.
   *
   * @param analysis the text analysis that the index was made with
   */
  public FilteredMatching(RuleBook book, CandidateIndex index, TextAnalysis analysis) {
    this(book, index, analysis, Ranker.CAP);
  }

  FilteredMatching(RuleBook book, CandidateIndex index, TextAnalysis analysis, int cap) {
    this.analysis = analysis;
    this.cap = cap;
    this.state = State.empty(book, index);
  }

  @Override
  public void putAgencies(List<Agency> agencies) {
    change(() -> state.agencies.put(agencies));
  }

  @Override
  public void putProjects(List<Project> projects) {
    change(() -> state.projects.put(projects));
  }

  @Override
  public void removeAgencies(Collection<Agency.Id> ids) {
    change(() -> state.agencies.remove(ids));
  }

  @Override
  public void removeProjects(Collection<Project.Id> ids) {
    change(() -> state.projects.remove(ids));
  }

  @Override
  public Records beside(CandidateIndex empty) {
    return new FilteredMatching(state.book, empty, analysis, cap);
  }

  @Override
  public void replaceBy(Records beside) {
    if (!(beside instanceof FilteredMatching other)) {
      throw new IllegalArgumentException("not of this matching: " + beside);
    }
    change(() -> state = other.state.with(state.book));
  }

  @Override
  public RuleBook ruleBook() {
    return state.book;
  }

  @Override
  public void use(RuleBook book) {
    change(() -> state = state.with(book));
  }

  private void change(Runnable change) {
    changes.lock();
    try {
      change.run();
    } finally {
      changes.unlock();
    }
  }

  @Override
  public Ranking<Agency> agenciesFor(
      Project project, Predicate<? super Agency> among, LocalDate asOf, int top) {
    var current = state;
    return current.ranker(cap).rank(current.agencies, of(current, project, among, asOf), top);
  }

  @Override
  public List<Exclusion<Agency>> excludedFrom(
      Project project, Predicate<? super Agency> among, LocalDate asOf) {
    var current = state;
    return Ranker.exclusions(current.agencies, of(current, project, among, asOf));
  }

  @Override
  public Ranking<Project> projectsFor(
      Agency agency, Predicate<? super Project> among, LocalDate asOf, int top) {
    var current = state;
    return current.ranker(cap).rank(current.projects, of(current, agency, among, asOf), top);
  }

  @Override
  public List<Exclusion<Project>> excludedFor(
      Agency agency, Predicate<? super Project> among, LocalDate asOf) {
    var current = state;
    return Ranker.exclusions(current.projects, of(current, agency, among, asOf));
  }

  @Override
  public Assessment assess(Project project, Agency agency, LocalDate asOf) {
    var current = state;
    return current.book.assess(
        current.projects.factsOf(project), current.agencies.factsOf(agency), asOf);
  }

  private Question<Agency, AgencyFacts> of(
      State current, Project project, Predicate<? super Agency> among, LocalDate asOf) {
    return new Question<>(
        current.book.judge(current.projects.factsOf(project), asOf),
        current.filters.agenciesFor(project, asOf),
        among,
        () -> terms(project.name(), project.need()));
  }

  private Question<Project, ProjectFacts> of(
      State current, Agency agency, Predicate<? super Project> among, LocalDate asOf) {
    return new Question<>(
        current.book.judge(current.agencies.factsOf(agency), asOf),
        current.filters.projectsFor(agency, asOf),
        among,
        () -> terms(agency.name(), agency.profile(), agency.experience()));
  }

  private List<String> terms(@Nullable String... texts) {
    return Arrays.stream(texts)
        .filter(Objects::nonNull)
        .flatMap(text -> analysis.terms(text).stream())
        .toList();
  }

  /** The book in force and the records as it reads them. */
  private record State(
      RuleBook book,
      Filters filters,
      Points points,
      Pool<Agency.Id, Agency, AgencyFacts> agencies,
      Pool<Project.Id, Project, ProjectFacts> projects) {

    State(
        RuleBook book,
        Pool<Agency.Id, Agency, AgencyFacts> agencies,
        Pool<Project.Id, Project, ProjectFacts> projects) {
      this(book, new Filters(book), new Points(book.criteria()), agencies, projects);
    }

    static State empty(RuleBook book, CandidateIndex index) {
      return new State(
          book,
          Pool.empty(Kind.AGENCIES, book.facts(), index.agencies()),
          Pool.empty(Kind.PROJECTS, book.facts(), index.projects()));
    }

    /** What another book makes of the same records: another vocabulary reads them otherwise. */
    State with(RuleBook other) {
      return other.vocabulary().version().equals(book.vocabulary().version())
          ? new State(other, agencies, projects)
          : new State(other, agencies.readBy(other.facts()), projects.readBy(other.facts()));
    }

    Ranker ranker(int cap) {
      return new Ranker(points, cap);
    }
  }
}
