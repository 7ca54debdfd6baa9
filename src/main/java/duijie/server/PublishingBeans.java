package duijie.server;

import duijie.calendar.Calendars;
import duijie.calendar.HolidaySchedules;
import duijie.calendar.StatutoryPeriods;
import duijie.projects.Lint;
import duijie.projects.PublishingRules;
import duijie.projects.PublishingRules.Loaded;
import duijie.shared.Checked;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept to when a project is published, for the container. */
@Factory
final class PublishingBeans {

  private static final Logger LOG = LoggerFactory.getLogger(PublishingBeans.class);

  @Singleton
  Calendars calendars(HolidaySchedules loaded) {
    return new Calendars(Adapters.shippedHolidays(), loaded);
  }

  /**
   * The rules beside the program. Broken ones are told in the log, and those that ship with the
   * product are used in their place.
   */
  @Singleton
  Loaded publishingRules(Calendars calendars) {
    var rules = Adapters.publishingRules(calendars);
    var folder = besideProgram();
    return folder == null ? rules.shipped() : rulesIn(folder, rules);
  }

  @Singleton
  Lint lint(Loaded rules) {
    return rules.lint();
  }

  @Singleton
  StatutoryPeriods statutoryPeriods(Loaded rules) {
    return rules.periods();
  }

  private static Loaded rulesIn(Path folder, PublishingRules rules) {
    return switch (rules.load(folder)) {
      case Checked.Sound<Loaded>(Loaded loaded) -> loaded;
      case Checked.Faulty<Loaded> faulty -> {
        Knowledge.report(folder, faulty.errors());
        LOG.error("the publishing rules that ship with the product are used instead");
        yield rules.shipped();
      }
    };
  }

  private static @Nullable Path besideProgram() {
    var home = System.getProperty("duijie.home");
    var folder = home == null ? null : Path.of(home, "publishing-rules");
    return folder != null && Files.isDirectory(folder) ? folder : null;
  }
}
