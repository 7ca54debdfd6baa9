package duijie.projects;

import duijie.accounts.Organisation;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice 公告: what a buyer told everybody about a project, word for word. It is never changed;
 * what is to be changed is told by a further one.
 *
 * @param project the project that it is about
 * @param number counts the notices of a project from 1
 * @param owner the organisation that buys
 * @param publication what it was written in, or null where it was not drafted
 * @param typed what was said in the columns of 项目发布表
 * @param clauses the clauses of the procurement file, by heading
 * @param reason why there is a further one; empty for the first
 */
public record Notice(
    Id id,
    Project.Id project,
    int number,
    Kind kind,
    Organisation.Id owner,
    Publication.@Nullable Id publication,
    Map<Column, String> typed,
    Map<String, String> clauses,
    String reason,
    Instant publishedAt) {

  public Notice {
    var columns = new EnumMap<Column, String>(Column.class);
    columns.putAll(typed);
    typed = Collections.unmodifiableMap(columns);
    clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
  }

  /** A notice's id, and the end of its permanent address. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** What notices tell. */
  public enum Kind {
    INTENTION("采购意向公开"),
    CALL("采购公告"),
    AMENDMENT("更正公告"),
    TERMINATION("终止公告");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
