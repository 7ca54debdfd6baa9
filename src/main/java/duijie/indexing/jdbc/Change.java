package duijie.indexing.jdbc;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of the queue: one record was changed. */
record Change(long number, Kind kind, String id, int attempts) {

  enum Kind {
    AGENCY,
    PROJECT
  }

  /** Each agency once, however often it was changed. */
  static Set<Agency.Id> agencies(List<Change> changes) {
    return ids(changes, Kind.AGENCY).map(Agency.Id::new).collect(Collectors.toSet());
  }

  /** Each project once, however often it was changed. */
  static Set<Project.Id> projects(List<Change> changes) {
    return ids(changes, Kind.PROJECT).map(Project.Id::new).collect(Collectors.toSet());
  }

  private static Stream<String> ids(List<Change> changes, Kind kind) {
    return changes.stream().filter(change -> change.kind == kind).map(Change::id);
  }
}
