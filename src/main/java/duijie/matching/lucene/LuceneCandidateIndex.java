package duijie.matching.lucene;

import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.Filter;
import duijie.matching.IndexedRecords;
import duijie.matching.SearchPage;
import duijie.matching.SearchQuery;
import duijie.projects.Project;
import duijie.regions.Regions;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Agencies and projects, each in a Lucene index of its own in memory. */
@Singleton
final class LuceneCandidateIndex implements CandidateIndex {

  private final IndexedRecords records;
  final RecordIndex<Agency.Id> agencies;
  private final RecordIndex<Project.Id> projects;

  @Inject
  LuceneCandidateIndex(TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    this(analysis, new IndexedRecords(analysis, regions, vocabulary));
  }

  LuceneCandidateIndex(TextAnalysis analysis, IndexedRecords records) {
    this.records = records;
    this.agencies = new RecordIndex<>(Agency.Id::new, analysis);
    this.projects = new RecordIndex<>(Project.Id::new, analysis);
  }

  @Override
  public void putAgencies(Collection<Agency> changed) {
    agencies.put(changed.stream().map(records::of));
  }

  @Override
  public void putProjects(Collection<Project> changed) {
    projects.put(changed.stream().map(records::of));
  }

  @Override
  public void removeAgencies(Collection<Agency.Id> ids) {
    agencies.remove(ids);
  }

  @Override
  public void removeProjects(Collection<Project.Id> ids) {
    projects.remove(ids);
  }

  @Override
  public void clear() {
    agencies.clear();
    projects.clear();
  }

  @Override
  public List<Agency.Id> agencies(Filter filter) {
    return agencies.all(filter);
  }

  @Override
  public List<Project.Id> projects(Filter filter) {
    return projects.all(filter);
  }

  @Override
  public List<Agency.Id> nearestAgencies(Filter filter, List<String> terms, int limit) {
    return agencies.nearest(filter, terms, limit);
  }

  @Override
  public List<Project.Id> nearestProjects(Filter filter, List<String> terms, int limit) {
    return projects.nearest(filter, terms, limit);
  }

  @Override
  public SearchPage<Agency.Id> searchAgencies(SearchQuery query) {
    return agencies.search(query);
  }

  @Override
  public SearchPage<Project.Id> searchProjects(SearchQuery query) {
    return projects.search(query);
  }

  @Override
  @PreDestroy
  public void close() {
    agencies.close();
    projects.close();
  }
}
