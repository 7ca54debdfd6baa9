package duijie.agencies.jdbc;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.shared.CreditCode;
import duijie.shared.jdbc.Batches;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Agencies in PostgreSQL. */
@Singleton
class JdbcAgencies implements Agencies {

  private final AgencyRows rows;
  private final JdbcOperations database;

  JdbcAgencies(AgencyRows rows, JdbcOperations database) {
    this.rows = rows;
    this.database = database;
  }

  @Override
  public Optional<Agency> find(Agency.Id id) {
    return rows.findById(id.value()).map(AgencyMapping::toAgency);
  }

  @Override
  @Transactional
  public Optional<Agency> lock(Agency.Id id) {
    return rows.lock(id.value()).flatMap(rows::findById).map(AgencyMapping::toAgency);
  }

  @Override
  public List<Agency> findAll(Collection<Agency.Id> ids) {
    var wanted = ids.stream().map(Agency.Id::value).toList();
    return Batches.inOrder(wanted, rows::findByIdIn, AgencyRow::id).stream()
        .map(AgencyMapping::toAgency)
        .toList();
  }

  @Override
  public List<Agency> of(CreditCode code) {
    return rows.findByCreditCodeOrderById(code.value()).stream()
        .map(AgencyMapping::toAgency)
        .toList();
  }

  @Override
  @Transactional
  public List<Agency> lock(CreditCode code) {
    rows.lockCode("credit code " + code);
    return of(code);
  }

  @Override
  public List<Agency> ofAny(Collection<CreditCode> codes) {
    var values = codes.stream().map(CreditCode::value).distinct().toList();
    return values.isEmpty() ? List.of() : agencies(rows.findByCreditCodeInOrderById(values));
  }

  @Override
  public List<Agency> named(Collection<String> names) {
    var distinct = names.stream().distinct().toList();
    return distinct.isEmpty() ? List.of() : agencies(rows.findByNameInOrderById(distinct));
  }

  @Override
  public List<Agency> gradesRunningOut(LocalDate from, LocalDate to) {
    return agencies(rows.findByGradeValidUntilBetweenOrderById(from, to));
  }

  private static List<Agency> agencies(List<AgencyRow> rows) {
    return rows.stream().map(AgencyMapping::toAgency).toList();
  }

  /** Exclusive, so that whoever locks single rows waits too, instead of each for the other. */
  @Override
  @Transactional
  public void hold() {
    boolean unused =
        database.prepareStatement(
            "lock table agency in exclusive mode", statement -> statement.execute());
  }

  @Override
  public long count() {
    return rows.count();
  }

  @Override
  public Stream<Agency> stream() {
    return Batches.all(rows::findTop1000ByIdGreaterThanOrderById, AgencyRow::id)
        .map(AgencyMapping::toAgency);
  }

  @Override
  @Transactional
  public void saveAll(Collection<Agency> agencies) {
    var last = Batches.lastOfEach(agencies.stream().map(AgencyMapping::toRow), AgencyRow::id);
    if (!last.isEmpty()) {
      rows.store(last);
    }
  }
}
