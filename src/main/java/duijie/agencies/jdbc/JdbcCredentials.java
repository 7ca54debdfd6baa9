package duijie.agencies.jdbc;

import duijie.agencies.Agency;
import duijie.agencies.Credential;
import duijie.agencies.Credential.Revocation;
import duijie.agencies.Credentials;
import duijie.files.FileKind;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table agency_credential. */
@Singleton
class JdbcCredentials implements Credentials {

  private static final String SELECT =
      """
      select id, agency, kind, number, valid_until, file_name, file_sha256, file_bytes, file_kind,
          added_at, added_by, removed_at, revoked_at, revoked_by, revoked_because
      from agency_credential
      """;

  private final JdbcOperations database;

  JdbcCredentials(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Credential> find(Credential.Id id) {
    return database.prepareStatement(
        SELECT + "where id = ?",
        statement -> {
          statement.setObject(1, id.value());
          return all(statement).stream().findFirst();
        });
  }

  @Override
  @Transactional
  public List<Credential> of(Agency.Id agency) {
    return database.prepareStatement(
        SELECT + "where agency = ? order by added_at, id",
        statement -> {
          statement.setString(1, agency.value());
          return all(statement);
        });
  }

  @Override
  @Transactional
  public List<Credential> runningOut(LocalDate from, LocalDate to) {
    return database.prepareStatement(
        SELECT
            + """
            where valid_until between ? and ? and removed_at is null and revoked_at is null
            order by valid_until, id
            """,
        statement -> {
          statement.setObject(1, from);
          statement.setObject(2, to);
          return all(statement);
        });
  }

  @Override
  @Transactional
  public void add(Credential credential) {
    database.prepareStatement(
        """
        insert into agency_credential
            (id, agency, kind, number, valid_until, file_name, file_sha256, file_bytes, file_kind,
            added_at, added_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, credential.id().value());
          statement.setString(2, credential.agency().value());
          statement.setString(3, credential.kind().name());
          statement.setString(4, credential.number());
          statement.setObject(5, credential.validUntil());
          statement.setString(6, credential.file().name());
          statement.setString(7, credential.file().fingerprint());
          statement.setLong(8, credential.file().bytes());
          statement.setString(9, credential.file().kind().name());
          statement.setObject(10, Times.column(credential.addedAt()));
          statement.setString(11, credential.addedBy());
          return statement.executeUpdate();
        });
  }

  @Override
  @Transactional
  public boolean remove(Credential.Id id, Instant at) {
    return database.prepareStatement(
            "update agency_credential set removed_at = ? where id = ? and removed_at is null",
            statement -> {
              statement.setObject(1, Times.column(at));
              statement.setObject(2, id.value());
              return statement.executeUpdate();
            })
        == 1;
  }

  @Override
  @Transactional
  public boolean revoke(Credential.Id id, Revocation revocation) {
    return database.prepareStatement(
            """
            update agency_credential set revoked_at = ?, revoked_by = ?, revoked_because = ?
            where id = ? and revoked_at is null and removed_at is null
            """,
            statement -> {
              statement.setObject(1, Times.column(revocation.at()));
              statement.setString(2, revocation.by());
              statement.setString(3, revocation.reason());
              statement.setObject(4, id.value());
              return statement.executeUpdate();
            })
        == 1;
  }

  private static List<Credential> all(PreparedStatement statement) throws SQLException {
    var found = new ArrayList<Credential>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(credential(rows));
      }
    }
    return found;
  }

  private static Credential credential(ResultSet row) throws SQLException {
    return new Credential(
        new Credential.Id(row.getObject("id", UUID.class)),
        new Agency.Id(row.getString("agency")),
        Credential.Kind.valueOf(row.getString("kind")),
        row.getString("number"),
        row.getObject("valid_until", LocalDate.class),
        new Credential.File(
            row.getString("file_name"),
            row.getString("file_sha256"),
            row.getLong("file_bytes"),
            FileKind.valueOf(row.getString("file_kind"))),
        Objects.requireNonNull(Times.instant(row, "added_at")),
        row.getString("added_by"),
        Times.instant(row, "removed_at"),
        revocation(row));
  }

  private static @Nullable Revocation revocation(ResultSet row) throws SQLException {
    var at = Times.instant(row, "revoked_at");
    return at == null
        ? null
        : new Revocation(at, row.getString("revoked_by"), row.getString("revoked_because"));
  }
}
