package duijie.matching.elasticsearch;

import duijie.agencies.Agency;
import duijie.matching.FilterFields;
import duijie.matching.IndexedRecord;
import duijie.matching.IndexedRecords;
import duijie.projects.Project;
import java.util.function.Function;

/**
 * Agencies, or projects: each kind has indexes of its own.
 *
 * @param word what it is called in the names of indexes
 * @param fields what it is filtered by
 */
record IndexedKind<I, T>(
    String word,
    FilterFields.Names fields,
    Function<T, I> idOf,
    Function<String, I> idFrom,
    Function<T, IndexedRecord> indexed) {

  static IndexedKind<Agency.Id, Agency> agencies(IndexedRecords records) {
    return new IndexedKind<>(
        "agencies", FilterFields.OF_AGENCIES, Agency::id, Agency.Id::new, records::of);
  }

  static IndexedKind<Project.Id, Project> projects(IndexedRecords records) {
    return new IndexedKind<>(
        "projects", FilterFields.OF_PROJECTS, Project::id, Project.Id::new, records::of);
  }
}
