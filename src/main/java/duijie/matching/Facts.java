package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the rules use of projects and agencies, once, so that assessing a pair parses nothing.
 * The facts of a record depend on that record, the tree of regions and the vocabulary alone.
 */
public final class Facts {

  /** All that rules may read of a project, in the order of the guide. */
  public static final List<Fact<Project>> OF_PROJECT = ProjectFactList.ALL;

  /** All that rules may read of an agency, in the order of the guide. */
  public static final List<Fact<Agency>> OF_AGENCY = AgencyFactList.ALL;

  private static final Map<String, Integer> PROJECT_PLACES = FactValues.places(OF_PROJECT);
  private static final Map<String, Integer> AGENCY_PLACES = FactValues.places(OF_AGENCY);

  private final Fact.Sources sources;

  public Facts(Regions regions, Vocabulary vocabulary, TextAnalysis analysis) {
    this.sources = new Fact.Sources(regions, vocabulary, analysis);
  }

  public ProjectFacts of(Project project) {
    return new ProjectFacts(project, read(OF_PROJECT, PROJECT_PLACES, project));
  }

  public AgencyFacts of(Agency agency) {
    return new AgencyFacts(agency, read(OF_AGENCY, AGENCY_PLACES, agency));
  }

  private <T> FactValues read(List<Fact<T>> facts, Map<String, Integer> places, T subject) {
    var row = new @Nullable Object[facts.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = facts.get(i).reader().read(subject, sources);
    }
    return new FactValues(places, row);
  }
}
