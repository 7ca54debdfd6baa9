package duijie.agencies.jdbc;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Agencies in PostgreSQL. */
@Singleton
class JdbcAgencies implements Agencies {

  /** How many ids one query asks for; PostgreSQL takes 65,535 parameters at most. */
  private static final int CHUNK = 1000;

  private final AgencyRows rows;

  JdbcAgencies(AgencyRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Agency> find(Agency.Id id) {
    return rows.findById(id.value()).map(AgencyMapping::toAgency);
  }

  @Override
  public List<Agency> findAll(Collection<Agency.Id> ids) {
    var wanted = ids.stream().map(Agency.Id::value).distinct().toList();
    var found = new HashMap<String, AgencyRow>();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      var chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
      rows.findByIdIn(chunk).forEach(row -> found.put(row.id(), row));
    }
    return ids.stream()
        .map(id -> found.get(id.value()))
        .filter(Objects::nonNull)
        .map(AgencyMapping::toAgency)
        .toList();
  }

  @Override
  public long count() {
    return rows.count();
  }

  /** Reads a thousand at a time as they are asked for, and keeps no connection in between. */
  @Override
  public Stream<Agency> stream() {
    return Stream.iterate(
            rows.findTop1000ByIdGreaterThanOrderById(""),
            page -> !page.isEmpty(),
            page -> rows.findTop1000ByIdGreaterThanOrderById(page.getLast().id()))
        .flatMap(List::stream)
        .map(AgencyMapping::toAgency);
  }

  @Override
  @Transactional
  public void saveAll(Collection<Agency> agencies) {
    var last = new LinkedHashMap<String, AgencyRow>();
    agencies.forEach(agency -> last.put(agency.id().value(), AgencyMapping.toRow(agency)));
    if (!last.isEmpty()) {
      rows.store(new ArrayList<>(last.values()));
    }
  }
}
