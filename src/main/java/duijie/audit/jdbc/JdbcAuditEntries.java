package duijie.audit.jdbc;

import duijie.audit.Actor;
import duijie.audit.AuditEntries;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the table. */
@Singleton
class JdbcAuditEntries implements AuditEntries {

  private final JdbcOperations database;

  JdbcAuditEntries(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public List<Written> newest(Filter filter, @Nullable Long before, int limit) {
    var conditions = new Conditions();
    conditions.add("number < ?", before);
    conditions.add("sign_in_name = ?", filter.signInName());
    conditions.add("deed = ?", filter.deed());
    conditions.add("outcome = ?", filter.outcome() == null ? null : filter.outcome().name());
    conditions.add("record_kind = ?", filter.kind());
    conditions.add("record_id = ?", filter.id());
    conditions.add("at >= ?", utc(filter.from()));
    conditions.add("at < ?", utc(filter.to()));
    return newest(conditions, limit);
  }

  @Override
  @Transactional
  public List<Written> steps(
      String signInName, Set<String> leftOut, @Nullable Long before, int limit) {
    var conditions = new Conditions();
    conditions.add("number < ?", before);
    conditions.add("sign_in_name = ?", signInName);
    conditions.add("outcome = ?", Entry.Outcome.DONE.name());
    leftOut.forEach(deed -> conditions.add("deed <> ?", deed));
    return newest(conditions, limit);
  }

  @Override
  @Transactional
  public Map<String, Written> last(String kind, Collection<String> ids) {
    return database.prepareStatement(
        """
        select distinct on (record_id) * from audit_entry
        where record_kind = ? and record_id = any(?) and outcome = 'DONE'
        order by record_id, number desc
        """,
        statement -> {
          statement.setString(1, kind);
          statement.setArray(2, statement.getConnection().createArrayOf("text", ids.toArray()));
          var last = new HashMap<String, Written>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              last.put(rows.getString("record_id"), written(rows));
            }
          }
          return last;
        });
  }

  private List<Written> newest(Conditions conditions, int limit) {
    return database.prepareStatement(
        "select * from audit_entry" + conditions.sql() + " order by number desc limit ?",
        statement -> {
          int place = 1;
          for (var value : conditions.values) {
            statement.setObject(place++, value);
          }
          statement.setInt(place, limit);
          var written = new ArrayList<Written>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              written.add(written(rows));
            }
          }
          return written;
        });
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Written written(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    var who =
        account == null
            ? null
            : new Actor(
                account,
                String.valueOf(row.getString("sign_in_name")),
                Set.of((String[]) row.getArray("roles").getArray()),
                String.valueOf(row.getString("organisation")));
    var entry =
        new Entry(
            new Caller(who, row.getString("address"), row.getString("user_agent")),
            row.getString("deed"),
            Entry.Outcome.valueOf(row.getString("outcome")),
            new Entry.Subject(row.getString("record_kind"), row.getString("record_id")),
            snapshot(row.getString("before")),
            snapshot(row.getString("after")));
    return new Written(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        entry,
        HexFormat.of().formatHex(row.getBytes("hash")));
  }

  private static @Nullable Snapshot snapshot(@Nullable String json) {
    return json == null ? null : new Snapshot(json);
  }

  /** What rows must fulfil, and the values to compare with. */
  private static final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String text, @Nullable Object value) {
      if (value != null) {
        texts.add(text);
        values.add(value);
      }
    }

    String sql() {
      return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }
  }
}
