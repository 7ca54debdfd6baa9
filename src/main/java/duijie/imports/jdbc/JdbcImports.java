package duijie.imports.jdbc;

import duijie.accounts.Organisation;
import duijie.audit.Caller;
import duijie.imports.Import;
import duijie.imports.Imports;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tables sheet_import and sheet_import_task. */
@Singleton
class JdbcImports implements Imports {

  private static final TransactionDefinition OF_ITS_OWN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  private final TransactionOperations<Connection> transactions;
  private final JdbcOperations database;
  private final ImportRows rows;

  JdbcImports(
      TransactionOperations<Connection> transactions, JdbcOperations database, ImportRows rows) {
    this.transactions = transactions;
    this.database = database;
    this.rows = rows;
  }

  @Override
  @Transactional
  public Optional<Import> find(Import.Id id) {
    return all("where id = ?", statement -> statement.setObject(1, id.value())).stream()
        .findFirst();
  }

  @Override
  @Transactional
  public List<Import> of(Organisation.Id owner, Import.Kind kind, int skip, int limit) {
    return all(
        "where owner = ? and kind = ? order by uploaded_at desc, id offset ? limit ?",
        statement -> {
          statement.setString(1, owner.value());
          statement.setString(2, kind.name());
          statement.setInt(3, skip);
          statement.setInt(4, limit);
        });
  }

  @Override
  @Transactional
  public int count(Organisation.Id owner, Import.Kind kind) {
    return database.prepareStatement(
        "select count(*) from sheet_import where owner = ? and kind = ?",
        statement -> {
          statement.setString(1, owner.value());
          statement.setString(2, kind.name());
          try (var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  @Override
  @Transactional
  public boolean add(
      Import.Id id,
      Import.Kind kind,
      Organisation.Id owner,
      Import.File file,
      String uploadedBy,
      Caller by) {
    boolean added =
        change(
                """
                insert into sheet_import (id, kind, owner, file_name, file_hash, file_bytes, uploaded_by,
                    state, account, sign_in_name, roles, address, user_agent)
                values (?, ?, ?, ?, ?, ?, ?, 'UPLOADED', ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """,
                statement -> {
                  statement.setObject(1, id.value());
                  statement.setString(2, kind.name());
                  statement.setString(3, owner.value());
                  statement.setString(4, file.name());
                  statement.setString(5, file.fingerprint());
                  statement.setLong(6, file.bytes());
                  statement.setString(7, uploadedBy);
                  ImportRows.setCaller(statement, 8, by);
                })
            == 1;
    if (added) {
      queue(id);
    }
    return added;
  }

  @Override
  @Transactional
  public boolean confirm(
      Import.Id id, int version, boolean overwrites, String confirmedBy, Caller by) {
    boolean taken =
        change(
                """
                update sheet_import set state = 'IMPORTING', version = version + 1, attempts = 0, done = 0,
                    total = 0, sentence = null, overwrites = ?, confirmed_by = ?, account = ?,
                    sign_in_name = ?, roles = ?, address = ?, user_agent = ?
                where id = ? and version = ? and state = 'TO_CONFIRM'
                """,
                statement -> {
                  statement.setBoolean(1, overwrites);
                  statement.setString(2, confirmedBy);
                  ImportRows.setCaller(statement, 3, by);
                  statement.setObject(8, id.value());
                  statement.setInt(9, version);
                })
            == 1;
    if (taken) {
      queue(id);
    }
    return taken;
  }

  @Override
  @Transactional
  public boolean cancel(Import.Id id) {
    return change(
            "update sheet_import set state = 'CANCELLED', version = version + 1, ended_at = now()"
                + " where id = ? and state in ('UPLOADED', 'READING', 'TO_CONFIRM')",
            statement -> statement.setObject(1, id.value()))
        == 1;
  }

  @Override
  public boolean next(Consumer<Import.Id> work) {
    return transactions.executeWrite(
        status -> {
          var claimed = claim();
          claimed.ifPresent(
              id -> {
                work.accept(id);
                unqueue(id);
              });
          return claimed.isPresent();
        });
  }

  /** Locked by this transaction, and by no other: it is free again when that ends, however. */
  private Optional<Import.Id> claim() {
    return database.prepareStatement(
        "select import from sheet_import_task order by queued_at, import limit 1 for update skip locked",
        statement -> {
          try (var row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(new Import.Id(row.getObject(1, UUID.class)))
                : Optional.empty();
          }
        });
  }

  @Override
  public Optional<Import> begin(Import.Id id) {
    return transactions.execute(
        OF_ITS_OWN,
        status -> {
          int begun =
              change(
                  """
                  update sheet_import set attempts = attempts + 1, done = 0, total = 0,
                      state = case state when 'UPLOADED' then 'READING' else state end
                  where id = ? and state in ('UPLOADED', 'READING', 'IMPORTING')
                  """,
                  statement -> statement.setObject(1, id.value()));
          return begun == 1 ? find(id) : Optional.<Import>empty();
        });
  }

  @Override
  public void progress(Import.Id id, int done, int total) {
    int unused =
        transactions.execute(
            OF_ITS_OWN,
            status ->
                change(
                    "update sheet_import set done = ?, total = ? where id = ?",
                    statement -> {
                      statement.setInt(1, done);
                      statement.setInt(2, total);
                      statement.setObject(3, id.value());
                    }));
  }

  @Override
  @Transactional
  public boolean came(
      Import.Id id, Import.State to, Import.Tally tally, @Nullable String sentence) {
    return change(
            """
            update sheet_import set state = ?, tally = ?::json, sentence = ?, version = version + 1,
                ended_at = case when ? then now() end
            where id = ? and state in ('READING', 'IMPORTING')
            """,
            statement -> {
              statement.setString(1, to.name());
              statement.setString(2, rows.text(tally));
              statement.setString(3, sentence);
              statement.setBoolean(4, to.ended());
              statement.setObject(5, id.value());
            })
        == 1;
  }

  @Override
  public void failed(Import.Id id, String sentence) {
    int unused =
        transactions.execute(
            OF_ITS_OWN,
            status -> {
              unqueue(id);
              return change(
                  """
                  update sheet_import set state = 'FAILED', sentence = ?, version = version + 1, ended_at = now()
                  where id = ? and state in ('READING', 'IMPORTING')
                  """,
                  statement -> {
                    statement.setString(1, sentence);
                    statement.setObject(2, id.value());
                  });
            });
  }

  @Override
  @Transactional
  public Caller caller(Import.Id id) {
    return database.prepareStatement(
        "select owner, account, sign_in_name, roles, address, user_agent from sheet_import where id = ?",
        statement -> {
          statement.setObject(1, id.value());
          try (var row = statement.executeQuery()) {
            row.next();
            return ImportRows.caller(row);
          }
        });
  }

  private void queue(Import.Id id) {
    int unused =
        change(
            "insert into sheet_import_task (import) values (?) on conflict (import) do update set queued_at = now()",
            statement -> statement.setObject(1, id.value()));
  }

  private void unqueue(Import.Id id) {
    int unused =
        change(
            "delete from sheet_import_task where import = ?",
            statement -> statement.setObject(1, id.value()));
  }

  private List<Import> all(String where, Values values) {
    return database.prepareStatement(
        "select " + ImportRows.COLUMNS + " from sheet_import " + where,
        statement -> {
          values.set(statement);
          var found = new ArrayList<Import>();
          try (var row = statement.executeQuery()) {
            while (row.next()) {
              found.add(rows.read(row));
            }
          }
          return List.copyOf(found);
        });
  }

  private int change(String sql, Values values) {
    return database.prepareStatement(
        sql,
        statement -> {
          values.set(statement);
          return statement.executeUpdate();
        });
  }

  /** Sets the values of a statement. */
  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }
}
