package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.SearchPage;
import duijie.portal.HomeCounty;
import duijie.projects.Project;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the index for what a list shows, at this moment and around this county. */
@Singleton
final class Finder {

  private final CandidateIndex index;
  private final @Nullable HomeCounty home;
  private final Clock clock;

  Finder(CandidateIndex index, Optional<HomeCounty> home, Clock clock) {
    this.index = index;
    this.home = home.orElse(null);
    this.clock = clock;
  }

  SearchPage<Project.Id> projects(ListQuery query) {
    return projects(query, query.offset(), query.size());
  }

  /** The same list through another window. */
  SearchPage<Project.Id> projects(ListQuery query, int offset, int limit) {
    return index.projects().search(query.toSearch(ListKind.PROJECTS, home, now(), offset, limit));
  }

  SearchPage<Agency.Id> agencies(ListQuery query) {
    return agencies(query, query.offset(), query.size());
  }

  /** The same list through another window. */
  SearchPage<Agency.Id> agencies(ListQuery query, int offset, int limit) {
    return index.agencies().search(query.toSearch(ListKind.AGENCIES, home, now(), offset, limit));
  }

  /** How many records the list has on all pages. */
  long count(ListKind kind, ListQuery query) {
    var search = query.toSearch(kind, home, now(), 0, 1);
    return switch (kind) {
      case PROJECTS -> index.projects().count(search);
      case AGENCIES -> index.agencies().count(search);
    };
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }
}
