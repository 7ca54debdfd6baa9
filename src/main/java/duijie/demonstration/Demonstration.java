package duijie.demonstration;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.regions.Region;
import java.time.LocalDate;
import java.util.List;

/**
 * What an empty data folder is filled with to show the product: notices and agencies of other
 * counties as they were published, and made-up ones of the home county, marked as such. The same
 * day gives the same records.
 */
public interface Demonstration {

  /** 旺苍县, the home county. */
  Region.Code HOME = new Region.Code("510821");

  /**
   * The projects, real notices first.
   *
   * @param day the day that their dates are relative to
   */
  List<Project> projects(LocalDate day);

  /** The agencies, real ones first. */
  List<Agency> agencies(LocalDate day);
}
