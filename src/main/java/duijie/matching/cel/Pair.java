package duijie.matching.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.StructValue;
import dev.cel.runtime.CelVariableResolver;
import duijie.matching.AgencyFacts;
import duijie.matching.ProjectFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project, an agency and a date as the variables of an expression. */
final class Pair implements CelVariableResolver {

  static final String PROJECT = "project";
  static final String AGENCY = "agency";

  /** What {@code unknown} evaluates to, by identity. */
  @SuppressWarnings("StringOperationCanBeSimplified") // no other string may be it
  static final Object UNKNOWN = new String("unknown");

  private static final Optional<Object> OF_UNKNOWN = Optional.of(new Ready(UNKNOWN));

  private final Optional<Object> project;
  private final Optional<Object> agency;
  private final Optional<Object> asOf;

  private Pair(Optional<Object> project, Optional<Object> agency, Optional<Object> asOf) {
    this.project = project;
    this.agency = agency;
    this.asOf = asOf;
  }

  Pair(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    this(side(project.values()), side(agency.values()), date(asOf));
  }

  /** A project on a day, ready to be paired with agencies. */
  record Project(Optional<Object> project, Optional<Object> asOf) {

    Project(ProjectFacts project, LocalDate asOf) {
      this(side(project.values()), date(asOf));
    }

    Pair with(Map<String, Object> agency) {
      return new Pair(project, side(agency), asOf);
    }
  }

  /** An agency on a day, ready to be paired with projects. */
  record Agency(Optional<Object> agency, Optional<Object> asOf) {

    Agency(AgencyFacts agency, LocalDate asOf) {
      this(side(agency.values()), date(asOf));
    }

    Pair with(Map<String, Object> project) {
      return new Pair(side(project), agency, asOf);
    }
  }

  private static Optional<Object> side(Map<String, Object> facts) {
    return Optional.of(new Structure(facts));
  }

  private static Optional<Object> date(LocalDate asOf) {
    return Optional.of(new Ready(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  @Override
  public Optional<Object> find(String name) {
    return switch (name) {
      case AGENCY -> agency;
      case PROJECT -> project;
      case "unknown" -> OF_UNKNOWN;
      case "asOf" -> asOf;
      default -> Optional.empty();
    };
  }

  /**
   * Facts as a structure. CEL would walk through a bare map at each access, to convert what it
   * holds; facts need no conversion.
   */
  @SuppressWarnings("Immutable") // the map of facts is a copy that nobody can change
  private static final class Structure extends StructValue<String, Map<String, Object>> {

    private static final StructTypeReference TYPE = StructTypeReference.create("facts");

    private final Map<String, Object> facts;

    Structure(Map<String, Object> facts) {
      this.facts = facts;
    }

    @Override
    public Object select(String field) {
      @Nullable Object value = facts.get(field);
      if (value == null) {
        throw new NoSuchElementException(field);
      }
      return new Ready(value);
    }

    @Override
    public Optional<Object> find(String field) {
      return Optional.ofNullable(facts.get(field));
    }

    @Override
    public Map<String, Object> value() {
      return facts;
    }

    @Override
    public boolean isZeroValue() {
      return facts.isEmpty();
    }

    @Override
    public StructTypeReference celType() {
      return TYPE;
    }
  }

  /** A value that CEL is to take as it is. */
  @SuppressWarnings("Immutable") // facts are texts, numbers, dates and lists that do not change
  private static final class Ready extends CelValue {

    private final Object value;

    Ready(Object value) {
      this.value = value;
    }

    @Override
    public Object value() {
      return value;
    }

    @Override
    public boolean isZeroValue() {
      return false;
    }

    @Override
    public CelType celType() {
      return SimpleType.DYN;
    }
  }
}
