package duijie.server;

import duijie.database.Database;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database that somebody else runs, as the environment names it. */
final class ExternalDatabase {

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

  private static @Nullable String variable(String name) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static String textOr(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
