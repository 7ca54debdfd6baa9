package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.vocabulary.TextAnalysis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Matching that filters by the index first and then scores everything left. One instance serves all
 * threads: questions never wait, and each is answered by the one book that was in force when it was
 * asked.
 */
public final class FilteredMatching implements Matching {

  private final CandidateIndex index;
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
    this.index = index;
    this.analysis = analysis;
    this.cap = cap;
    this.state = State.empty(book);
  }

  @Override
  public void putAgencies(List<Agency> agencies) {
    changes.lock();
    try {
      var current = state;
      agencies.forEach(
          agency -> current.agencies.put(agency.id(), current.book.facts().of(agency)));
      index.putAgencies(agencies);
    } finally {
      changes.unlock();
    }
  }

  @Override
  public void putProjects(List<Project> projects) {
    changes.lock();
    try {
      var current = state;
      projects.forEach(
          project -> current.projects.put(project.id(), current.book.facts().of(project)));
      index.putProjects(projects);
    } finally {
      changes.unlock();
    }
  }

  @Override
  public RuleBook ruleBook() {
    return state.book;
  }

  @Override
  public void use(RuleBook book) {
    changes.lock();
    try {
      var current = state;
      if (book.vocabulary().version().equals(current.book.vocabulary().version())) {
        state = current.with(book);
      } else {
        var next = State.empty(book);
        current.agencies.forEach(
            (id, known) -> next.agencies.put(id, book.facts().of(known.agency())));
        current.projects.forEach(
            (id, known) -> next.projects.put(id, book.facts().of(known.project())));
        state = next;
      }
    } finally {
      changes.unlock();
    }
  }

  @Override
  public Ranking<Agency> agenciesFor(Project project, LocalDate asOf, int top) {
    var current = state;
    return current.ranker(cap).rank(agenciesFor(current, project, asOf), top);
  }

  @Override
  public List<Exclusion<Agency>> excludedFrom(Project project, LocalDate asOf) {
    return Ranker.exclusions(agenciesFor(state, project, asOf));
  }

  @Override
  public Ranking<Project> projectsFor(Agency agency, LocalDate asOf, int top) {
    var current = state;
    return current.ranker(cap).rank(projectsFor(current, agency, asOf), top);
  }

  @Override
  public List<Exclusion<Project>> excludedFor(Agency agency, LocalDate asOf) {
    return Ranker.exclusions(projectsFor(state, agency, asOf));
  }

  @Override
  public Assessment assess(Project project, Agency agency, LocalDate asOf) {
    var current = state;
    return current.book.assess(current.factsOf(project), current.factsOf(agency), asOf);
  }

  /** The book in force and what it reads of the records that were put in. */
  private record State(
      RuleBook book,
      Filters filters,
      Points points,
      Map<Agency.Id, AgencyFacts> agencies,
      Map<Project.Id, ProjectFacts> projects) {

    static State empty(RuleBook book) {
      return new State(
          book,
          new Filters(book),
          new Points(book.criteria()),
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>());
    }

    State with(RuleBook other) {
      return new State(other, new Filters(other), new Points(other.criteria()), agencies, projects);
    }

    Ranker ranker(int cap) {
      return new Ranker(points, cap);
    }

    ProjectFacts factsOf(Project project) {
      var known = projects.get(project.id());
      return known != null && known.project().equals(project) ? known : book.facts().of(project);
    }

    AgencyFacts factsOf(Agency agency) {
      var known = agencies.get(agency.id());
      return known != null && known.agency().equals(agency) ? known : book.facts().of(agency);
    }
  }

  private Partners<AgencyFacts, Agency> agenciesFor(
      State current, Project project, LocalDate asOf) {
    return new AgenciesForProject(
        current.book,
        current.factsOf(project),
        asOf,
        current.agencies,
        index,
        current.filters.agenciesFor(project, asOf),
        () -> terms(project.name(), project.need()));
  }

  private Partners<ProjectFacts, Project> projectsFor(
      State current, Agency agency, LocalDate asOf) {
    return new ProjectsForAgency(
        current.book,
        current.factsOf(agency),
        asOf,
        current.projects,
        index,
        current.filters.projectsFor(agency, asOf),
        () -> terms(agency.name(), agency.profile(), agency.experience()));
  }

  private List<String> terms(@Nullable String... texts) {
    return Arrays.stream(texts)
        .filter(Objects::nonNull)
        .flatMap(text -> analysis.terms(text).stream())
        .toList();
  }
}
