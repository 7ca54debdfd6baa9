package duijie.imports.jdbc;

import duijie.accounts.Organisation;
import duijie.audit.Actor;
import duijie.audit.Caller;
import duijie.imports.Effect;
import duijie.imports.Import;
import duijie.sessions.Session;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between an import and its row. */
@Singleton
class ImportRows {

  static final String COLUMNS =
      "id, kind, owner, session, file_name, file_hash, file_bytes, uploaded_by, uploaded_at, state, version,"
          + " attempts, done, total, tally, sentence, overwrites, confirmed_by, ended_at";

  private static final String ERRORS = "errors";
  private static final String WARNINGS = "warnings";
  private static final Argument<Map<String, Integer>> COUNTS =
      Argument.mapOf(String.class, Integer.class);
  private static final Argument<List<List<String>>> TEXTS =
      Argument.listOf(Argument.listOf(String.class));

  private final JsonMapper json;

  ImportRows(JsonMapper json) {
    this.json = json;
  }

  Import read(ResultSet row) throws SQLException {
    @Nullable UUID session = row.getObject("session", UUID.class);
    return new Import(
        new Import.Id(row.getObject("id", UUID.class)),
        Import.Kind.valueOf(row.getString("kind")),
        new Organisation.Id(row.getString("owner")),
        session == null ? null : new Session.Id(session),
        new Import.File(
            row.getString("file_name"), row.getString("file_hash"), row.getLong("file_bytes")),
        Import.State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getInt("attempts"),
        row.getInt("done"),
        row.getInt("total"),
        tally(row.getString("tally")),
        row.getString("sentence"),
        row.getBoolean("overwrites"),
        row.getString("uploaded_by"),
        instant(row, "uploaded_at"),
        row.getString("confirmed_by"),
        row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  String text(Import.Tally tally) {
    var counts = new TreeMap<String, Integer>();
    tally.rows().forEach((effect, rows) -> counts.put(effect.name(), rows));
    counts.put(ERRORS, tally.errors());
    counts.put(WARNINGS, tally.warnings());
    return write(counts);
  }

  private Import.Tally tally(String text) {
    var counts = read(text, COUNTS);
    var rows = new EnumMap<Effect, Integer>(Effect.class);
    for (var effect : Effect.values()) {
      if (counts.containsKey(effect.name())) {
        rows.put(effect, counts.getOrDefault(effect.name(), 0));
      }
    }
    return new Import.Tally(rows, counts.getOrDefault(ERRORS, 0), counts.getOrDefault(WARNINGS, 0));
  }

  String lists(List<List<String>> texts) {
    return write(texts);
  }

  List<List<String>> lists(String text) {
    return read(text, TEXTS);
  }

  private String write(Object value) {
    try {
      return new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, Argument<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the five columns that say whom the audit trail names, from this one on. */
  static void setCaller(PreparedStatement statement, int first, Caller by) throws SQLException {
    var who = by.who();
    statement.setObject(first, who == null ? null : who.account());
    statement.setString(first + 1, who == null ? null : who.signInName());
    var roles = who == null ? new Object[0] : who.roles().stream().sorted().toArray();
    statement.setArray(first + 2, statement.getConnection().createArrayOf("text", roles));
    statement.setString(first + 3, text(by.address()));
    statement.setString(first + 4, text(by.userAgent()));
  }

  static Caller caller(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    var who =
        account == null
            ? null
            : new Actor(
                account,
                row.getString("sign_in_name"),
                Set.of((String[]) row.getArray("roles").getArray()),
                row.getString("owner"));
    return new Caller(who, row.getString("address"), row.getString("user_agent"));
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }
}
