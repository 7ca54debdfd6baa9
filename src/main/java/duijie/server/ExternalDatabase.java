package duijie.server;

import duijie.database.Database;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that somebody else runs, as the environment names it. */
final class ExternalDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(ExternalDatabase.class);

  private ExternalDatabase() {}

  /**
   * The one of {@code DUIJIE_DATABASE_URL} (a JDBC address), {@code DUIJIE_DATABASE_USER} and
   * {@code DUIJIE_DATABASE_PASSWORD}.
   */
  static Optional<Database> configured() {
    var url = variable("DUIJIE_DATABASE_URL");
    return url == null
        ? Optional.empty()
        : Optional.of(
            new Database(
                url,
                textOr(variable("DUIJIE_DATABASE_USER"), "duijie"),
                textOr(variable("DUIJIE_DATABASE_PASSWORD"), "")));
  }

  /**
   * The database as the role of {@code DUIJIE_DATABASE_APP_USER} sees it. Where none is named, the
   * application works as the owner of the tables, and only triggers keep it from changing what is
   * append-only.
   */
  static Database asApplication(Database owned) {
    var role = variable("DUIJIE_DATABASE_APP_USER");
    if (role == null) {
      LOG.warn(
          "DUIJIE_DATABASE_APP_USER is not set: the application owns its tables, and the audit"
              + " trail is kept append-only by triggers alone");
      return owned;
    }
    return owned.as(role, textOr(variable("DUIJIE_DATABASE_APP_PASSWORD"), ""));
  }

  private static @Nullable String variable(String name) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static String textOr(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
