package duijie.messages.jdbc;

import duijie.accounts.Account;
import duijie.messages.Mail;
import duijie.messages.MailAddress;
import duijie.messages.Outbox;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The table mail. */
@Singleton
class JdbcOutbox implements Outbox {

  private static final String DUE =
      " from mail where sent_at is null and given_up_at is null and due_at <= ?";

  private static final String SENT =
      "update mail set sent_at = ?, text = '', link = null, problem = null where id = ?";

  private static final String GIVEN_UP =
      """
      update mail set given_up_at = ?, text = '', link = null, attempts = attempts + 1, problem = ?
      where id = ?
      """;

  private static final String PUT_OFF =
      "update mail set due_at = ?, attempts = attempts + 1, problem = ? where id = ?";

  private final JdbcOperations database;

  JdbcOutbox(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public void add(Mail mail, Instant now) {
    Statements.change(
        database,
        """
        insert into mail (id, account, address, subject, text, link, queued_at, due_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          var expires = mail.expiresAt();
          statement.setObject(1, mail.id());
          statement.setObject(2, mail.account().value());
          statement.setString(3, mail.address().value());
          statement.setString(4, mail.subject());
          statement.setString(5, mail.text());
          statement.setString(6, mail.link());
          statement.setObject(7, Statements.column(now));
          statement.setObject(8, Statements.column(now));
          statement.setObject(9, expires == null ? null : Statements.column(expires));
        });
  }

  @Override
  @Transactional
  public boolean due(Instant now) {
    return database.prepareStatement(
        "select exists (select" + DUE + ")",
        statement -> {
          statement.setObject(1, Statements.column(now));
          try (var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
          }
        });
  }

  @Override
  @Transactional
  public boolean next(Instant now, Function<Mail, Result> sending) {
    var mail = claim(now);
    mail.ifPresent(claimed -> note(claimed, sending.apply(claimed), now));
    return mail.isPresent();
  }

  /** The next one that nobody else has; theirs until the transaction ends. */
  private Optional<Mail> claim(Instant now) {
    return database.prepareStatement(
        "select *" + DUE + " order by due_at, number limit 1 for update skip locked",
        statement -> {
          statement.setObject(1, Statements.column(now));
          try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(mail(rows)) : Optional.<Mail>empty();
          }
        });
  }

  private void note(Mail mail, Result result, Instant now) {
    switch (result) {
      case Result.Sent() ->
          Statements.change(
              database,
              SENT,
              statement -> {
                statement.setObject(1, Statements.column(now));
                statement.setObject(2, mail.id());
              });
      case Result.Later(var due, var problem) -> note(PUT_OFF, due, problem, mail);
      case Result.Never(var problem) -> note(GIVEN_UP, now, problem, mail);
    }
  }

  private void note(String sql, Instant at, String problem, Mail mail) {
    Statements.change(
        database,
        sql,
        statement -> {
          statement.setObject(1, Statements.column(at));
          statement.setString(2, problem.replace("\0", ""));
          statement.setObject(3, mail.id());
        });
  }

  @Override
  @Transactional
  public void forget(Instant endedBefore) {
    Statements.change(
        database,
        "delete from mail where coalesce(sent_at, given_up_at) < ?",
        statement -> statement.setObject(1, Statements.column(endedBefore)));
  }

  private static Mail mail(ResultSet row) throws SQLException {
    var expires = row.getObject("expires_at", OffsetDateTime.class);
    return new Mail(
        row.getObject("id", UUID.class),
        new Account.Id(row.getObject("account", UUID.class)),
        new MailAddress(row.getString("address")),
        row.getString("subject"),
        row.getString("text"),
        row.getString("link"),
        expires == null ? null : expires.toInstant(),
        row.getInt("attempts"));
  }
}
