package duijie.messages.jdbc;

import duijie.accounts.Account;
import duijie.messages.Message;
import duijie.messages.Messages;
import duijie.messages.News;
import duijie.messages.To;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table message. */
@Singleton
class JdbcMessages implements Messages {

  // In the order of the accounts: two who tell the same people of the same never wait in a circle.
  private static final String TELL =
      """
      with told as (
        insert into message (id, recipient, kind, about, subject, text, link, told_at)
          select gen_random_uuid(), account.id, ?, ?, ?, ?, ?, ?
            from account
            where state = 'ACTIVE'
              and (?::uuid is null or id = ?::uuid)
              and (?::text is null or ?::text = any (roles))
              and (?::text is null or organisation = ?::text)
            order by account.id
          on conflict (recipient, about) do nothing
          returning id, recipient, subject, text, link, told_at)
      insert into mail (id, account, address, subject, text, link, queued_at, due_at)
        select gen_random_uuid(), told.recipient, mailbox.address, told.subject, told.text,
            coalesce(told.link, '/messages/' || told.id), told.told_at, told.told_at
          from told join mailbox on mailbox.account = told.recipient
          where mailbox.wanted and ?
      """;

  private static final String SELECT =
      "select id, kind, about, subject, text, link, told_at, read_at from message ";

  private static final String OF = "where recipient = ? and (?::text is null or kind = ?::text)";

  private static final String BEFORE =
      """
       and (read_at is null or not ?)
       and (?::uuid is null or (told_at, number) <
            (select told_at, number from message where recipient = ? and id = ?::uuid))
       order by told_at desc, number desc limit ?
      """;

  private final JdbcOperations database;

  JdbcMessages(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public void tell(To to, News news, boolean mailed, Instant now) {
    var person = to instanceof To.Person(var id) ? id.value() : null;
    var role = to instanceof To.Everyone everyone ? everyone.role() : null;
    var organisation = to instanceof To.Everyone everyone ? everyone.organisation() : null;
    Statements.change(
        database,
        TELL,
        statement -> {
          statement.setString(1, news.kind().name());
          statement.setString(2, news.about());
          statement.setString(3, news.subject());
          statement.setString(4, news.text());
          statement.setString(5, news.link());
          statement.setObject(6, Statements.column(now));
          statement.setObject(7, person);
          statement.setObject(8, person);
          statement.setString(9, role == null ? null : role.name());
          statement.setString(10, role == null ? null : role.name());
          statement.setString(11, organisation == null ? null : organisation.value());
          statement.setString(12, organisation == null ? null : organisation.value());
          statement.setBoolean(13, mailed);
        });
  }

  @Override
  @Transactional
  public Optional<Message> find(Account.Id person, Message.Id id) {
    return database.prepareStatement(
        SELECT + "where recipient = ? and id = ?",
        statement -> {
          statement.setObject(1, person.value());
          statement.setObject(2, id.value());
          return all(statement).stream().findFirst();
        });
  }

  @Override
  @Transactional
  public List<Message> of(Account.Id person, News.@Nullable Kind kind, int skip, int limit) {
    return database.prepareStatement(
        SELECT
            + OF
            + " order by (read_at is null) desc, told_at desc, number desc limit ? offset ?",
        statement -> {
          narrow(statement, person, kind);
          statement.setInt(4, limit);
          statement.setInt(5, skip);
          return all(statement);
        });
  }

  @Override
  @Transactional
  public List<Message> newest(
      Account.Id person,
      News.@Nullable Kind kind,
      boolean unread,
      Message.@Nullable Id after,
      int limit) {
    return database.prepareStatement(
        SELECT + OF + BEFORE,
        statement -> {
          narrow(statement, person, kind);
          statement.setBoolean(4, unread);
          statement.setObject(5, after == null ? null : after.value());
          statement.setObject(6, person.value());
          statement.setObject(7, after == null ? null : after.value());
          statement.setInt(8, limit);
          return all(statement);
        });
  }

  @Override
  @Transactional
  public int count(Account.Id person, News.@Nullable Kind kind) {
    return number("select count(*) from message " + OF, s -> narrow(s, person, kind));
  }

  @Override
  @Transactional
  public int unread(Account.Id person) {
    return number(
        "select count(*) from message where recipient = ? and read_at is null",
        statement -> statement.setObject(1, person.value()));
  }

  @Override
  @Transactional
  public void read(Account.Id person, Message.Id id, Instant now) {
    Statements.change(
        database,
        "update message set read_at = ? where recipient = ? and id = ? and read_at is null",
        statement -> {
          statement.setObject(1, Statements.column(now));
          statement.setObject(2, person.value());
          statement.setObject(3, id.value());
        });
  }

  @Override
  @Transactional
  public void readAll(Account.Id person, Instant now) {
    Statements.change(
        database,
        "update message set read_at = ? where recipient = ? and told_at <= ? and read_at is null",
        statement -> {
          statement.setObject(1, Statements.column(now));
          statement.setObject(2, person.value());
          statement.setObject(3, Statements.column(now));
        });
  }

  private int number(String sql, Statements.Values values) {
    return database.prepareStatement(
        sql,
        statement -> {
          values.set(statement);
          try (var rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
          }
        });
  }

  private static void narrow(
      PreparedStatement statement, Account.Id person, News.@Nullable Kind kind)
      throws SQLException {
    statement.setObject(1, person.value());
    statement.setString(2, kind == null ? null : kind.name());
    statement.setString(3, kind == null ? null : kind.name());
  }

  private static List<Message> all(PreparedStatement statement) throws SQLException {
    var messages = new ArrayList<Message>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        messages.add(message(rows));
      }
    }
    return messages;
  }

  private static Message message(ResultSet row) throws SQLException {
    var read = row.getObject("read_at", OffsetDateTime.class);
    return new Message(
        new Message.Id(row.getObject("id", UUID.class)),
        new News(
            News.Kind.valueOf(row.getString("kind")),
            row.getString("about"),
            row.getString("subject"),
            row.getString("text"),
            row.getString("link")),
        row.getObject("told_at", OffsetDateTime.class).toInstant(),
        read == null ? null : read.toInstant());
  }
}
