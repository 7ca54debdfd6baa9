package duijie.shared.jdbc;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises a database that has no room left. */
public final class DiskFull {

  /** PostgreSQL's code for it, {@code disk_full}. */
  private static final String STATE = "53100";

  private static final int DEEPEST = 20;

  private DiskFull() {}

  /** Whether that is what went wrong. */
  public static boolean caused(@Nullable Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
        .limit(DEEPEST)
        .anyMatch(cause -> cause instanceof SQLException e && STATE.equals(e.getSQLState()));
  }
}
