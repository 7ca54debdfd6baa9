package duijie.matching;

import duijie.projects.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The projects as one agency sees them.
 *
 * @param terms the agency's own text, asked for past the cap alone
 */
record ProjectsForAgency(
    RuleBook book,
    AgencyFacts agency,
    LocalDate asOf,
    Map<Project.Id, ProjectFacts> known,
    CandidateIndex index,
    Filter filter,
    Supplier<List<String>> terms)
    implements Partners<ProjectFacts, Project> {

  private static final Comparator<ProjectFacts> ORDER =
      Comparator.comparing(facts -> facts.project().id());

  @Override
  public Collection<ProjectFacts> all() {
    return known.values();
  }

  @Override
  public List<ProjectFacts> candidates() {
    return facts(index.projects(filter));
  }

  @Override
  public List<ProjectFacts> nearest(int limit) {
    return facts(index.nearestProjects(filter, terms.get(), limit));
  }

  private List<ProjectFacts> facts(List<Project.Id> ids) {
    var facts = new ArrayList<ProjectFacts>(ids.size());
    for (var id : ids) {
      var one = known.get(id);
      if (one != null) {
        facts.add(one);
      }
    }
    return facts;
  }

  @Override
  public Verdict[] verdicts(ProjectFacts project) {
    return book.verdicts(project, agency, asOf);
  }

  @Override
  public double[] values(ProjectFacts project) {
    return book.values(project, agency, asOf);
  }

  @Override
  public Assessment assess(ProjectFacts project) {
    return book.assess(project, agency, asOf);
  }

  @Override
  public List<Finding> failures(ProjectFacts project) {
    return book.failures(project, agency, asOf);
  }

  @Override
  public Project unwrap(ProjectFacts project) {
    return project.project();
  }

  @Override
  public Comparator<ProjectFacts> order() {
    return ORDER;
  }
}
