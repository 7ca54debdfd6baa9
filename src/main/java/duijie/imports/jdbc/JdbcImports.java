package duijie.imports.jdbc;

import duijie.accounts.Organisation;
import duijie.audit.Caller;
import duijie.imports.Import;
import duijie.imports.Imports;
import duijie.sessions.Session;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
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
  private final ImportTable table;
  private final ImportRows rows;

  JdbcImports(
      TransactionOperations<Connection> transactions,
      JdbcOperations database,
      ImportTable table,
      ImportRows rows) {
    this.transactions = transactions;
    this.database = database;
    this.table = table;
    this.rows = rows;
  }

  @Override
  @Transactional
  public Optional<Import> find(Import.Id id) {
    return table.all("where id = ?", statement -> statement.setObject(1, id.value())).stream()
        .findFirst();
  }

  @Override
  @Transactional
  public List<Import> of(Organisation.Id owner, Import.Kind kind, int skip, int limit) {
    return table.all(
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
    return table.count(
        "owner = ? and kind = ?",
        statement -> {
          statement.setString(1, owner.value());
          statement.setString(2, kind.name());
        });
  }

  @Override
  @Transactional
  public List<Import> of(Session.Id session, int skip, int limit) {
    return table.all(
        "where session = ? order by uploaded_at desc, id offset ? limit ?",
        statement -> {
          statement.setObject(1, session.value());
          statement.setInt(2, skip);
          statement.setInt(3, limit);
        });
  }

  @Override
  @Transactional
  public int count(Session.Id session) {
    return table.count("session = ?", statement -> statement.setObject(1, session.value()));
  }

  @Override
  @Transactional
  public boolean add(
      Import.Id id,
      Import.Kind kind,
      Organisation.Id owner,
      Session.@Nullable Id session,
      Import.File file,
      String uploadedBy,
      Caller by) {
    boolean added =
        table.change(
                """
                insert into sheet_import (id, kind, owner, session, file_name, file_hash, file_bytes,
                    uploaded_by, state, account, sign_in_name, roles, address, user_agent)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'UPLOADED', ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """,
                statement -> {
                  statement.setObject(1, id.value());
                  statement.setString(2, kind.name());
                  statement.setString(3, owner.value());
                  statement.setObject(4, session == null ? null : session.value());
                  statement.setString(5, file.name());
                  statement.setString(6, file.fingerprint());
                  statement.setLong(7, file.bytes());
                  statement.setString(8, uploadedBy);
                  ImportRows.setCaller(statement, 9, by);
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
        table.change(
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
    return table.change(
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
              table.change(
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
                table.change(
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
    return table.change(
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
              return table.change(
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
        table.change(
            "insert into sheet_import_task (import) values (?) on conflict (import) do update set queued_at = now()",
            statement -> statement.setObject(1, id.value()));
  }

  private void unqueue(Import.Id id) {
    int unused =
        table.change(
            "delete from sheet_import_task where import = ?",
            statement -> statement.setObject(1, id.value()));
  }
}
