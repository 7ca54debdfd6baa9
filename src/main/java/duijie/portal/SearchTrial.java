package duijie.portal;

import duijie.projects.Project;
import java.util.List;

/** Finds out which searches would show a project that the index does not know yet. */
public interface SearchTrial {

  /** Those of the searches whose list has the project, exactly as the page would show it. */
  List<SavedSearch> showing(Project project, List<SavedSearch> searches);
}
