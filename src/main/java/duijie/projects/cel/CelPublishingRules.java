package duijie.projects.cel;

import duijie.calendar.WorkingCalendar;
import duijie.projects.PublishingRules;
import java.util.function.Supplier;

/** Makes loaders of publishing rules. */
public final class CelPublishingRules {

  private CelPublishingRules() {}

  /**
   * A loader whose lint counts working days by this calendar.
   *
   * @param calendar asked anew for each draft, as years are loaded while the service runs
   */
  public static PublishingRules of(Supplier<WorkingCalendar> calendar) {
    return new FolderPublishingRules(calendar);
  }
}
