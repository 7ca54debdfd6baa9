package duijie.agencies.jdbc;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.agencies.Receipt;
import duijie.agencies.Registrations;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The table registration. */
@Singleton
class JdbcRegistrations implements Registrations {

  private final JdbcOperations database;

  JdbcRegistrations(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Receipt> find(UUID key) {
    return database.prepareStatement(
        """
        select number, kind, organisation, account, sign_in_name, agency_name, reach
        from registration where key = ?
        """,
        statement -> {
          statement.setObject(1, key);
          try (var row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Receipt(
                        key,
                        row.getString("number"),
                        Receipt.Kind.valueOf(row.getString("kind")),
                        new Organisation.Id(row.getString("organisation")),
                        new Account.Id(row.getObject("account", UUID.class)),
                        row.getString("sign_in_name"),
                        row.getString("agency_name"),
                        row.getString("reach")))
                : Optional.empty();
          }
        });
  }

  @Override
  @Transactional
  public void add(Receipt receipt) {
    database.prepareStatement(
        """
        insert into registration
            (key, number, kind, organisation, account, sign_in_name, agency_name, reach)
            values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, receipt.key());
          statement.setString(2, receipt.number());
          statement.setString(3, receipt.kind().name());
          statement.setString(4, receipt.organisation().value());
          statement.setObject(5, receipt.account().value());
          statement.setString(6, receipt.signInName());
          statement.setString(7, receipt.agencyName());
          statement.setString(8, receipt.reach());
          return statement.executeUpdate();
        });
  }

  @Override
  @Transactional
  public String number(LocalDate day) {
    long counted =
        database.prepareStatement(
            "select nextval('submission_number')",
            statement -> {
              try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
              }
            });
    return String.format(
        Locale.ROOT, "SL%s-%04d", DateTimeFormatter.BASIC_ISO_DATE.format(day), counted);
  }
}
