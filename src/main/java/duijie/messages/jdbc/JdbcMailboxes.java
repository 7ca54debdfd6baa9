package duijie.messages.jdbc;

import duijie.accounts.Account;
import duijie.messages.MailAddress;
import duijie.messages.Mailbox;
import duijie.messages.Mailboxes;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The table mailbox. */
@Singleton
class JdbcMailboxes implements Mailboxes {

  private final JdbcOperations database;

  JdbcMailboxes(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Mailbox> find(Account.Id account) {
    return database.prepareStatement(
        "select address, wanted, confirmed_at is not null as confirmed from mailbox"
            + " where account = ?",
        statement -> {
          statement.setObject(1, account.value());
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Mailbox(
                        account,
                        new MailAddress(rows.getString("address")),
                        rows.getBoolean("wanted"),
                        rows.getBoolean("confirmed")))
                : Optional.<Mailbox>empty();
          }
        });
  }

  @Override
  @Transactional
  public void give(Account.Id account, MailAddress address, boolean wanted) {
    Statements.change(
        database,
        """
        insert into mailbox (account, address, wanted) values (?, ?, ?)
          on conflict (account) do update set
            confirmed_at = case when mailbox.address = excluded.address
              then mailbox.confirmed_at end,
            address = excluded.address,
            wanted = excluded.wanted
        """,
        statement -> {
          statement.setObject(1, account.value());
          statement.setString(2, address.value());
          statement.setBoolean(3, wanted);
        });
  }

  @Override
  @Transactional
  public void remove(Account.Id account) {
    Statements.change(
        database,
        "delete from mailbox where account = ?",
        statement -> statement.setObject(1, account.value()));
  }

  @Override
  @Transactional
  public boolean confirm(Account.Id account, MailAddress address, Instant now) {
    return Statements.change(
            database,
            "update mailbox set confirmed_at = coalesce(confirmed_at, ?)"
                + " where account = ? and address = ?",
            statement -> {
              statement.setObject(1, Statements.column(now));
              statement.setObject(2, account.value());
              statement.setString(3, address.value());
            })
        == 1;
  }
}
