package duijie.matching.cel;

import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;

/** A pair of which one side is not known yet; it notices when an expression asks for that side. */
final class HalfPair implements CelVariableResolver {

  private final Pair pair;
  private final String missing;
  private boolean asked;

  private HalfPair(Pair pair, String missing) {
    this.pair = pair;
    this.missing = missing;
  }

  /** A project without an agency. */
  static HalfPair of(Pair.Project project) {
    return new HalfPair(project.with(Map.of()), Pair.AGENCY);
  }

  /** An agency without a project. */
  static HalfPair of(Pair.Agency agency) {
    return new HalfPair(agency.with(Map.of()), Pair.PROJECT);
  }

  @Override
  public Optional<Object> find(String name) {
    asked |= name.equals(missing);
    return pair.find(name);
  }

  /** The name of the side that is missing. */
  String missing() {
    return missing;
  }

  /** Whether the missing side was asked for since the last call. */
  boolean wasAsked() {
    boolean was = asked;
    asked = false;
    return was;
  }
}
