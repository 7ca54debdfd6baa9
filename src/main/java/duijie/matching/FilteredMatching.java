package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Matching that filters by the index first and then scores everything left. One instance serves all
 * threads: questions never wait, and each is answered by the one book that was in force when it was
 * asked.
 */
public final class FilteredMatching implements Matching {

  private final CandidateIndex index;
  private final Regions regions;
  private final Function<Vocabulary, TextAnalysis> analyses;
  private final int cap;
  private final ReentrantLock changes = new ReentrantLock();
  private volatile State state;

  /**
   * Starts with nothing put in.
   *
   * @param analyses text analysis with a book's vocabulary
   */
  public FilteredMatching(
      RuleBook book,
      CandidateIndex index,
      Regions regions,
      Function<Vocabulary, TextAnalysis> analyses) {
    this(book, index, regions, analyses, Ranker.CAP);
  }

  FilteredMatching(
      RuleBook book,
      CandidateIndex index,
      Regions regions,
      Function<Vocabulary, TextAnalysis> analyses,
      int cap) {
    this.index = index;
    this.regions = regions;
    this.analyses = analyses;
    this.cap = cap;
    this.state = State.empty(book, regions, analyses.apply(book.vocabulary()));
  }

  @Override
  public void putAgencies(List<Agency> agencies) {
    changes.lock();
    try {
      var current = state;
      agencies.forEach(agency -> current.agencies.put(agency.id(), current.facts.of(agency)));
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
      projects.forEach(project -> current.projects.put(project.id(), current.facts.of(project)));
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
        var next = State.empty(book, regions, analyses.apply(book.vocabulary()));
        current.agencies.forEach(
            (id, known) -> next.agencies.put(id, next.facts.of(known.agency())));
        current.projects.forEach(
            (id, known) -> next.projects.put(id, next.facts.of(known.project())));
        state = next;
      }
    } finally {
      changes.unlock();
    }
  }

  @Override
  public Ranking<Agency> agenciesFor(Project project, LocalDate asOf, int top) {
    var current = state;
    return current.ranker(cap).rank(current.agenciesFor(project, asOf, index), top);
  }

  @Override
  public List<Exclusion<Agency>> excludedFrom(Project project, LocalDate asOf) {
    return Ranker.exclusions(state.agenciesFor(project, asOf, index));
  }

  @Override
  public Ranking<Project> projectsFor(Agency agency, LocalDate asOf, int top) {
    var current = state;
    return current.ranker(cap).rank(current.projectsFor(agency, asOf, index), top);
  }

  @Override
  public List<Exclusion<Project>> excludedFor(Agency agency, LocalDate asOf) {
    return Ranker.exclusions(state.projectsFor(agency, asOf, index));
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
      Facts facts,
      TextAnalysis analysis,
      Map<Agency.Id, AgencyFacts> agencies,
      Map<Project.Id, ProjectFacts> projects) {

    static State empty(RuleBook book, Regions regions, TextAnalysis analysis) {
      return new State(
          book,
          new Filters(book),
          new Points(book.criteria()),
          new Facts(regions, book.vocabulary(), analysis),
          analysis,
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>());
    }

    State with(RuleBook other) {
      return new State(
          other,
          new Filters(other),
          new Points(other.criteria()),
          facts,
          analysis,
          agencies,
          projects);
    }

    Ranker ranker(int cap) {
      return new Ranker(points, cap);
    }

    ProjectFacts factsOf(Project project) {
      var known = projects.get(project.id());
      return known != null && known.project() == project ? known : facts.of(project);
    }

    AgencyFacts factsOf(Agency agency) {
      var known = agencies.get(agency.id());
      return known != null && known.agency() == agency ? known : facts.of(agency);
    }

    Partners<AgencyFacts, Agency> agenciesFor(
        Project project, LocalDate asOf, CandidateIndex index) {
      return new AgenciesForProject(
          book,
          factsOf(project),
          asOf,
          agencies,
          index,
          filters.agenciesFor(project, asOf),
          () -> terms(project.name(), project.need()));
    }

    Partners<ProjectFacts, Project> projectsFor(
        Agency agency, LocalDate asOf, CandidateIndex index) {
      return new ProjectsForAgency(
          book,
          factsOf(agency),
          asOf,
          projects,
          index,
          filters.projectsFor(agency, asOf),
          () -> terms(agency.name(), agency.profile(), agency.experience()));
    }

    private List<String> terms(@Nullable String... texts) {
      return java.util.Arrays.stream(texts)
          .filter(Objects::nonNull)
          .flatMap(text -> analysis.terms(text).stream())
          .toList();
    }
  }
}
