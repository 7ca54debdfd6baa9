package duijie.projects;

import duijie.calendar.StatutoryPeriods;
import duijie.shared.Checked;
import java.nio.file.Path;

/** Loads what is to be kept to when a project is published: the lint and the statutory periods. */
public interface PublishingRules {

  /** Loads the folder, runs its examples, and finds all that is wrong with it in one pass. */
  Checked<Loaded> load(Path folder);

  /** Those that ship with the product. */
  Loaded shipped();

  /**
   * A folder that is whole.
   *
   * @param examples how many examples were run
   */
  record Loaded(Lint lint, StatutoryPeriods periods, int examples) {}
}
