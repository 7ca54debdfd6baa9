package duijie.agencies.jdbc;

import duijie.agencies.Agency;
import duijie.agencies.Answers;
import duijie.agencies.Declaration;
import duijie.agencies.Declarations;
import duijie.agencies.Section;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables agency_declaration, agency_section and agency_return. */
@Singleton
class JdbcDeclarations implements Declarations {

  private static final String SELECT =
      """
      select d.agency, d.state, d.number, d.submitted_at, d.decided_at, d.decided_by, d.passed_at,
          s.section, s.version, s.done, s.answers, s.reason
      from agency_declaration d join agency_section s on s.agency = d.agency
      """;

  private final JdbcOperations database;

  JdbcDeclarations(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Declaration> find(Agency.Id agency) {
    return database.prepareStatement(
        SELECT + "where d.agency = ?",
        statement -> {
          statement.setString(1, agency.value());
          return all(statement).stream().findFirst();
        });
  }

  @Override
  @Transactional
  public Optional<Declaration> lock(Agency.Id agency) {
    change(
        "select from agency_declaration where agency = ? for update",
        statement -> statement.setString(1, agency.value()));
    return find(agency);
  }

  @Override
  @Transactional
  public Set<Agency.Id> passed(Collection<Agency.Id> agencies) {
    var ids = agencies.stream().map(Agency.Id::value).toArray(String[]::new);
    return database.prepareStatement(
        "select agency from agency_declaration where passed_at is not null and agency = any(?)",
        statement ->
            Set.copyOf(
                Statements.list(
                    statement, row -> new Agency.Id(row.getString("agency")), (Object) ids)));
  }

  @Override
  @Transactional
  public List<Declaration> waiting() {
    return database.prepareStatement(
        SELECT + "where d.state = 'SUBMITTED' order by d.submitted_at, d.number",
        JdbcDeclarations::all);
  }

  @Override
  @Transactional
  public int waitingCount() {
    return database.prepareStatement(
        "select count(*) from agency_declaration where state = 'SUBMITTED'",
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
          }
        });
  }

  @Override
  @Transactional
  public List<Declaration.Returned> returned(Agency.Id agency) {
    return database.prepareStatement(
        """
        select r.number, r.returned_at, r.returned_by, r.section, r.answers, r.reason
        from agency_return r join agency_declaration d on d.agency = r.agency
        where r.agency = ? and (d.passed_at is null or r.returned_at > d.passed_at)
        order by r.returned_at desc, r.number
        """,
        statement -> {
          statement.setString(1, agency.value());
          return ReturnedRows.all(statement);
        });
  }

  @Override
  @Transactional
  public void begin(
      Agency.Id agency, Declaration.State state, Map<Section, Declaration.Part> parts) {
    change(
        "insert into agency_declaration (agency, state) values (?, ?) on conflict do nothing",
        statement -> {
          statement.setString(1, agency.value());
          statement.setString(2, state.name());
        });
    parts.forEach(
        (section, part) ->
            change(
                """
                insert into agency_section (agency, section, done, answers) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                statement -> {
                  statement.setString(1, agency.value());
                  statement.setString(2, section.name());
                  statement.setBoolean(3, part.done());
                  statement.setArray(4, AnswerTexts.column(statement, part.answers()));
                }));
  }

  @Override
  @Transactional
  public void restore(Agency.Id agency, Map<Section, Declaration.Part> parts) {
    parts.forEach(
        (section, part) ->
            change(
                """
                update agency_section
                set version = version + 1, done = ?, answers = ?, reason = null
                where agency = ? and section = ?
                """,
                statement -> {
                  statement.setBoolean(1, part.done());
                  statement.setArray(2, AnswerTexts.column(statement, part.answers()));
                  statement.setString(3, agency.value());
                  statement.setString(4, section.name());
                }));
    change(
        "update agency_declaration set state = 'PASSED' where agency = ?",
        statement -> statement.setString(1, agency.value()));
  }

  @Override
  @Transactional
  public boolean save(
      Agency.Id agency, Section section, int version, boolean done, Answers answers) {
    int saved =
        change(
            """
            update agency_section set version = version + 1, done = ?, answers = ?
            where agency = ? and section = ? and version = ?
            """,
            statement -> {
              statement.setBoolean(1, done);
              statement.setArray(2, AnswerTexts.column(statement, answers));
              statement.setString(3, agency.value());
              statement.setString(4, section.name());
              statement.setInt(5, version);
            });
    change(
        "update agency_declaration set state = 'OPEN' where agency = ? and state = 'PASSED'",
        statement -> statement.setString(1, agency.value()));
    return saved == 1;
  }

  @Override
  @Transactional
  public void submitted(Agency.Id agency, String number, Instant at) {
    change(
        """
        update agency_declaration set state = 'SUBMITTED', number = ?, submitted_at = ?
        where agency = ?
        """,
        statement -> {
          statement.setString(1, number);
          statement.setObject(2, Times.column(at));
          statement.setString(3, agency.value());
        });
    change(
        "update agency_section set reason = null where agency = ?",
        statement -> statement.setString(1, agency.value()));
  }

  @Override
  @Transactional
  public void decided(
      Agency.Id agency,
      Declaration.State outcome,
      Map<Section, String> reasons,
      Instant at,
      String by) {
    change(
        """
        update agency_declaration set state = ?, decided_at = ?, decided_by = ?,
            passed_at = case when ? then ? else passed_at end
        where agency = ?
        """,
        statement -> {
          statement.setString(1, outcome.name());
          statement.setObject(2, Times.column(at));
          statement.setString(3, by);
          statement.setBoolean(4, outcome == Declaration.State.PASSED);
          statement.setObject(5, Times.column(at));
          statement.setString(6, agency.value());
        });
    reasons.forEach(
        (section, reason) ->
            change(
                """
                update agency_section set reason = ?, done = false where agency = ? and section = ?
                """,
                statement -> {
                  statement.setString(1, reason);
                  statement.setString(2, agency.value());
                  statement.setString(3, section.name());
                }));
    if (outcome == Declaration.State.RETURNED) {
      change(
          """
          insert into agency_return
              (agency, number, section, answers, reason, returned_at, returned_by)
          select d.agency, d.number, s.section, s.answers, s.reason, d.decided_at, d.decided_by
          from agency_declaration d join agency_section s on s.agency = d.agency
          where d.agency = ?
          """,
          statement -> statement.setString(1, agency.value()));
    }
  }

  /** Sets the values of a statement. */
  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  private int change(String sql, Values values) {
    return database.prepareStatement(
        sql,
        statement -> {
          values.set(statement);
          statement.execute();
          return Math.max(0, statement.getUpdateCount());
        });
  }

  /** Each with its sections, which need not come together. */
  private static List<Declaration> all(PreparedStatement statement) throws SQLException {
    var found = new LinkedHashMap<String, Declaration>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var id = rows.getString("agency");
        var before = found.get(id);
        found.put(id, declaration(rows, before == null ? Map.of() : before.parts()));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static Declaration declaration(ResultSet row, Map<Section, Declaration.Part> before)
      throws SQLException {
    var parts = new LinkedHashMap<>(before);
    parts.put(
        Section.valueOf(row.getString("section")),
        new Declaration.Part(
            row.getInt("version"),
            row.getBoolean("done"),
            AnswerTexts.answers(row.getArray("answers")),
            row.getString("reason")));
    return new Declaration(
        new Agency.Id(row.getString("agency")),
        Declaration.State.valueOf(row.getString("state")),
        row.getString("number"),
        Times.instant(row, "submitted_at"),
        Times.instant(row, "decided_at"),
        row.getString("decided_by"),
        Times.instant(row, "passed_at"),
        parts);
  }
}
