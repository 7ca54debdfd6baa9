package duijie.sessions.jdbc;

import duijie.sessions.Days;
import duijie.sessions.Session;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The table session_day. */
@Singleton
class JdbcDays implements Days {

  private static final int SECRET_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final JdbcOperations database;
  private final SecureRandom random = new SecureRandom();

  JdbcDays(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public int delayMinutes(Session.Id session) {
    return database
        .prepareStatement(
            "select delay_minutes from session_day where session = ?",
            statement -> Statements.list(statement, row -> row.getInt(1), session.value()))
        .stream()
        .findFirst()
        .orElse(0);
  }

  @Override
  @Transactional
  public void delay(Session.Id session, int minutes) {
    begin(session);
    int unused =
        database.prepareStatement(
            "update session_day set delay_minutes = ? where session = ?",
            statement -> Statements.change(statement, minutes, session.value()));
  }

  @Override
  @Transactional
  public Seal seal(Session.Id session) {
    begin(session);
    byte[] secret =
        database
            .prepareStatement(
                "select secret from session_day where session = ?",
                statement -> Statements.list(statement, row -> row.getBytes(1), session.value()))
            .getFirst();
    var key = new SecretKeySpec(secret, ALGORITHM);
    return words -> mac(key, words);
  }

  private static byte[] mac(SecretKeySpec key, String words) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private void begin(Session.Id session) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    int unused =
        database.prepareStatement(
            "insert into session_day (session, delay_minutes, secret) values (?, 0, ?)"
                + " on conflict do nothing",
            statement -> Statements.change(statement, session.value(), secret));
  }
}
