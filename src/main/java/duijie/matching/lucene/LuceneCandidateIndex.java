package duijie.matching.lucene;

import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.Candidates;
import duijie.matching.IndexedRecords;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;

/** Agencies and projects, each in a store of its own in memory. */
final class LuceneCandidateIndex implements CandidateIndex {

  private final RecordStore<Agency.Id, Agency> agencies;
  private final RecordStore<Project.Id, Project> projects;

  LuceneCandidateIndex(TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    var records = new IndexedRecords(analysis, regions, vocabulary);
    this.agencies = new RecordIndex<>(records::of, Agency.Id::new, analysis);
    this.projects = new RecordIndex<>(records::of, Project.Id::new, analysis);
  }

  LuceneCandidateIndex(
      RecordStore<Agency.Id, Agency> agencies, RecordStore<Project.Id, Project> projects) {
    this.agencies = agencies;
    this.projects = projects;
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
