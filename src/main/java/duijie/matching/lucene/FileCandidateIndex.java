package duijie.matching.lucene;

import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.Candidates;
import duijie.matching.FilterFields;
import duijie.matching.IndexedRecords;
import duijie.projects.Project;
import duijie.vocabulary.TextAnalysis;

/** The agencies and projects of files. */
final class FileCandidateIndex implements CandidateIndex {

  private final FilteredRecords<Agency.Id, Agency> agencies;
  private final FilteredRecords<Project.Id, Project> projects;

  FileCandidateIndex(TextAnalysis analysis, IndexedRecords records) {
    this.agencies =
        new FilteredRecords<>(
            Agency::id,
            FilterFields::of,
            () -> new RecordIndex<>(records::of, Agency.Id::new, analysis));
    this.projects =
        new FilteredRecords<>(
            Project::id,
            FilterFields::of,
            () -> new RecordIndex<>(records::of, Project.Id::new, analysis));
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
    agencies.clear();
    projects.clear();
  }

  @Override
  public void close() {
    agencies.close();
    projects.close();
  }
}
