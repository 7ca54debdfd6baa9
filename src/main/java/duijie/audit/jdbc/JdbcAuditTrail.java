package duijie.audit.jdbc;

import duijie.audit.AuditTrail;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to the table, which numbers, dates and chains them. All transactions queue up for that,
 * so it is left to the last moment: what is written waits for nothing else then, and whoever waits
 * for it waits for a commit and no longer.
 */
@Singleton
class JdbcAuditTrail implements AuditTrail {

  private static final String INSERT =
      "insert into audit_entry (account, sign_in_name, roles, organisation, deed, outcome,"
          + " record_kind, record_id, address, user_agent, before, after)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)";

  private static final TransactionDefinition AT_HAND =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRED);
  private static final TransactionDefinition OF_ITS_OWN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  private final TransactionOperations<Connection> transactions;
  private final JdbcOperations database;

  JdbcAuditTrail(TransactionOperations<Connection> transactions, JdbcOperations database) {
    this.transactions = transactions;
    this.database = database;
  }

  @Override
  public void record(Collection<Entry> entries) {
    var refused = entries.stream().filter(JdbcAuditTrail::isRefused).toList();
    var done = entries.stream().filter(entry -> !isRefused(entry)).toList();
    if (!refused.isEmpty()) {
      boolean unused = transactions.execute(OF_ITS_OWN, status -> append(refused));
    }
    if (!done.isEmpty()) {
      boolean unused =
          transactions.execute(
              AT_HAND,
              status -> {
                status.registerSynchronization(new AtTheEnd(done));
                return true;
              });
    }
  }

  private static boolean isRefused(Entry entry) {
    return entry.outcome() == Entry.Outcome.REFUSED;
  }

  private boolean append(List<Entry> entries) {
    return database.prepareStatement(
        INSERT,
        statement -> {
          for (var entry : entries) {
            set(statement, entry);
            statement.addBatch();
          }
          return statement.executeBatch().length > 0;
        });
  }

  private static void set(PreparedStatement statement, Entry entry) throws SQLException {
    var who = entry.by().who();
    statement.setObject(1, who == null ? null : who.account());
    statement.setString(2, who == null ? null : clean(who.signInName()));
    var roles = who == null ? new Object[0] : who.roles().stream().sorted().toArray();
    statement.setArray(3, statement.getConnection().createArrayOf("text", roles));
    statement.setString(4, who == null ? null : clean(who.organisation()));
    statement.setString(5, clean(entry.deed()));
    statement.setString(6, entry.outcome().name());
    statement.setString(7, clean(entry.subject().kind()));
    statement.setString(8, clean(entry.subject().id()));
    statement.setString(9, clean(entry.by().address()));
    statement.setString(10, clean(entry.by().userAgent()));
    statement.setString(11, json(entry.before()));
    statement.setString(12, json(entry.after()));
  }

  private static @Nullable String json(@Nullable Snapshot snapshot) {
    return snapshot == null ? null : snapshot.json();
  }

  /** What no text of a database can hold is marked, not refused: strangers choose some of this. */
  private static @Nullable String clean(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? '\ufffd' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Writes entries down as the last thing before the transaction commits. */
  private final class AtTheEnd implements TransactionSynchronization {

    private final List<Entry> entries;

    AtTheEnd(List<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      append(entries);
    }
  }
}
