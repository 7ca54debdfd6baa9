package duijie.sheets;

import duijie.projects.Column;
import duijie.projects.Project;
import java.util.Map;

/**
 * A row of 项目发布表 with what stands in its cells.
 *
 * @param project what was understood
 * @param shown what each filled cell shows
 */
public record ProjectRow(Project project, Map<Column, String> shown) {

  public ProjectRow {
    shown = Map.copyOf(shown);
  }
}
