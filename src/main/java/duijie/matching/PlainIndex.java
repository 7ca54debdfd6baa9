package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * No index at all: each question is answered by looking at every record where they are stored. That
 * takes long, and is what is left while search servers are away.
 */
public final class PlainIndex implements CandidateIndex {

  private final Candidates<Agency.Id, Agency> agencies;
  private final Candidates<Project.Id, Project> projects;

  /**
   * @param agencies every agency as it is stored now
   * @param projects every project as it is stored now
   */
  public PlainIndex(
      Supplier<Stream<Agency>> agencies,
      Supplier<Stream<Project>> projects,
      TextAnalysis analysis,
      Regions regions,
      Vocabulary vocabulary) {
    var records = new IndexedRecords(analysis, regions, vocabulary);
    this.agencies =
        new PlainCandidates<>(
            agencies,
            Agency::id,
            new Evaluation.Reader<>(
                FilterFields::of, records::facets, IndexedRecords::order, records::of),
            analysis);
    this.projects =
        new PlainCandidates<>(
            projects,
            Project::id,
            new Evaluation.Reader<>(
                FilterFields::of, records::facets, IndexedRecords::order, records::of),
            analysis);
  }

  @Override
  public Candidates<Agency.Id, Agency> agencies() {
    return agencies;
  }

  @Override
  public Candidates<Project.Id, Project> projects() {
    return projects;
  }

  @Override
  public void clear() {
    // The records themselves are elsewhere.
  }

  @Override
  public void close() {
    // The records themselves are elsewhere.
  }
}
