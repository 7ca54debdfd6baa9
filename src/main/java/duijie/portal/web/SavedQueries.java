package duijie.portal.web;

import duijie.matching.CurrentIndex;
import duijie.pages.Parameters;
import duijie.portal.HomeCounty;
import duijie.portal.SavedSearch;
import duijie.portal.SearchTrial;
import duijie.projects.Project;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.simple.SimpleHttpParameters;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the state of a list as it is saved, reads it back, and tries it on a new project. */
@Singleton
final class SavedQueries implements SearchTrial {

  private final ListQueryReader reader;
  private final CurrentIndex index;
  private final Clock clock;
  private final @Nullable HomeCounty home;

  SavedQueries(ListQueryReader reader, CurrentIndex index, Clock clock, Optional<HomeCounty> home) {
    this.reader = reader;
    this.index = index;
    this.clock = clock;
    this.home = home.orElse(null);
  }

  /** What of a list is saved: not on which page somebody was. */
  static String written(ListQuery query) {
    return query.filterAt("").replaceFirst("^\\?", "");
  }

  /** What was saved, if it still means something: terms and regions come and go. */
  Optional<ListQuery> read(String saved) {
    var asked = asked(saved);
    return asked.problems().isEmpty() ? Optional.of(asked.query()) : Optional.empty();
  }

  /**
   * What somebody asks for.
   *
   * @param problems what is wrong with it
   */
  record Asked(ListQuery query, List<String> problems) {}

  /** Reads what may be no address of a list at all: somebody sent it as they liked. */
  Asked asked(String query) {
    try {
      return understood(query);
    } catch (IllegalArgumentException malformed) {
      return new Asked(
          ListQuery.ALL, List.of("这不是项目列表的筛选条件。请写成地址里问号后面的样子，例如 only=open&region=51。"));
    }
  }

  private Asked understood(String saved) {
    var values = new LinkedHashMap<CharSequence, List<String>>();
    for (var pair : saved.split("&")) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        values
            .computeIfAbsent(pair.substring(0, sign), name -> new ArrayList<>())
            .add(URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
      }
    }
    var parameters = new Parameters(new SimpleHttpParameters(values, ConversionService.SHARED));
    var query = reader.filter(parameters, ListKind.PROJECTS);
    return new Asked(query, parameters.problems());
  }

  /** Asks an index that holds this project alone, so that the answer is that of the page. */
  @Override
  public List<SavedSearch> showing(Project project, List<SavedSearch> searches) {
    if (searches.isEmpty()) {
      return List.of();
    }
    var now = LocalDateTime.now(clock);
    try (var alone = index.beside()) {
      alone.projects().put(List.of(project));
      return searches.stream()
          .filter(
              search ->
                  read(search.query())
                      .map(query -> query.toSearch(ListKind.PROJECTS, home, now, 0, 1))
                      .map(alone.projects()::search)
                      .filter(page -> page.total() > 0 && !page.someWordsOnly())
                      .isPresent())
          .toList();
    }
  }
}
