package duijie.accounts;

import duijie.regions.Region;
import org.jspecify.annotations.Nullable;

/**
 * Whom accounts act for.
 *
 * @param id of an agency, the id of the agency itself
 * @param region where it is responsible, or null where that is nowhere in particular
 */
public record Organisation(Id id, Kind kind, String name, Region.@Nullable Code region) {

  /** An organisation's id. */
  public record Id(String value) {

    public Id {
      if (value.isBlank()) {
        throw new IllegalArgumentException("an id is not blank");
      }
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** What it is. */
  public enum Kind {
    /** A bureau or another body that buys services. */
    BUREAU("购买主体"),
    /** A social work agency. */
    AGENCY("社工机构"),
    /** Whoever runs the platform. */
    OPERATOR("平台运营");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
