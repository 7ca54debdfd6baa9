package duijie.projects;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands what people type into the columns of 项目发布表. */
public interface TypedProjects {

  /**
   * What was understood.
   *
   * @param project null where it has no name
   * @param doubts what was not understood, or may not be what was meant
   */
  record Understood(@Nullable Project project, List<Doubt> doubts) {}

  /**
   * Something to look at.
   *
   * @param column where it was typed, or null for all of it
   * @param lost whether the value is not known now
   */
  record Doubt(@Nullable Column column, boolean lost, String sentence) {}

  Understood understand(Map<Column, String> typed);
}
