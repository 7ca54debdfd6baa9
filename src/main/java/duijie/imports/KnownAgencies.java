package duijie.imports;

import duijie.agencies.Agency;
import duijie.shared.CreditCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agencies that some rows may be about. */
final class KnownAgencies {

  /** What the bureau has looked at, or put there itself; the rest says of itself what it is. */
  private static final Set<Agency.State> LOOKED_AT =
      EnumSet.of(Agency.State.VERIFIED, Agency.State.SUSPENDED, Agency.State.DEREGISTERED);

  private final Map<CreditCode, List<Agency>> byCode = new HashMap<>();
  private final Map<String, List<Agency>> byName = new HashMap<>();

  private KnownAgencies() {}

  static KnownAgencies of(List<Agency> ofCodes, List<Agency> ofNames) {
    var known = new KnownAgencies();
    for (var agency : ofCodes) {
      var code = agency.creditCode();
      if (code != null) {
        known.byCode.computeIfAbsent(code, any -> new ArrayList<>()).add(agency);
      }
    }
    for (var agency : ofNames) {
      known.byName.computeIfAbsent(agency.name(), any -> new ArrayList<>()).add(agency);
    }
    return known;
  }

  /** Those of its code that the bureau has looked at. */
  List<Agency> ofCode(@Nullable CreditCode code) {
    return code == null
        ? List.of()
        : byCode.getOrDefault(code, List.of()).stream()
            .filter(agency -> LOOKED_AT.contains(agency.state()))
            .toList();
  }

  /** Whether somebody says that the code is theirs, and the bureau has not looked at it yet. */
  boolean isBeingRegistered(@Nullable CreditCode code) {
    return code != null
        && byCode.getOrDefault(code, List.of()).stream()
            .anyMatch(agency -> !LOOKED_AT.contains(agency.state()));
  }

  /**
   * Those of its name and region that the bureau has looked at and that may be the same: not where
   * both have a code, which is another one.
   */
  List<Agency> alike(Agency row) {
    return named(row).stream()
        .filter(agency -> Objects.equals(agency.registeredRegion(), row.registeredRegion()))
        .filter(agency -> row.creditCode() == null || agency.creditCode() == null)
        .toList();
  }

  /** Those of its name that the bureau has looked at. */
  List<Agency> named(Agency row) {
    return byName.getOrDefault(row.name(), List.of()).stream()
        .filter(agency -> LOOKED_AT.contains(agency.state()))
        .toList();
  }
}
