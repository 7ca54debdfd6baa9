package duijie.imports;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a row says over what is known of an agency. What the row does not say, or says so that
 * nobody understands it, stays as it is.
 */
final class AgencyMerge {

  private AgencyMerge() {}

  static Agency merged(Agency known, Agency row) {
    var extra = new LinkedHashMap<>(known.extra());
    extra.putAll(row.extra());
    return new Agency(
        known.id(),
        row.name(),
        known.state(),
        known.demonstration(),
        said(row.creditCode(), known.creditCode()),
        said(row.type(), known.type()),
        said(row.registrar(), known.registrar()),
        said(row.founded(), known.founded()),
        said(row.registeredRegion(), known.registeredRegion()),
        said(row.serviceRegions(), known.serviceRegions()),
        said(row.fields(), known.fields()),
        said(row.targetGroups(), known.targetGroups()),
        said(row.methods(), known.methods()),
        said(row.grade(), known.grade()),
        said(row.gradeValidUntil(), known.gradeValidUntil()),
        said(row.inspectionYear(), known.inspectionYear()),
        said(row.inspectionResult(), known.inspectionResult()),
        said(row.creditStanding(), known.creditStanding()),
        said(row.fullTimeStaff(), known.fullTimeStaff()),
        new Agency.LicensedStaff(
            said(row.licensed().assistants(), known.licensed().assistants()),
            said(row.licensed().socialWorkers(), known.licensed().socialWorkers()),
            said(row.licensed().seniors(), known.licensed().seniors())),
        said(row.headYears(), known.headYears()),
        said(row.currentProjects(), known.currentProjects()),
        said(row.capacity(), known.capacity()),
        said(row.minimumAmount(), known.minimumAmount()),
        said(row.maximumAmount(), known.maximumAmount()),
        said(row.profile(), known.profile()),
        said(row.experience(), known.experience()),
        said(row.contact(), known.contact()),
        said(row.phone(), known.phone()),
        said(row.source(), known.source()),
        unreadable(known, row),
        extra);
  }

  /** The same under this id. */
  static Agency as(Agency.Id id, Agency row) {
    var fresh =
        new Agency(
            id,
            row.name(),
            Agency.State.VERIFIED,
            false,
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            Agency.LicensedStaff.UNKNOWN,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            row.unreadable(),
            row.extra());
    return merged(fresh, row);
  }

  /** What was not understood before and has not been said better since. */
  private static Set<Column> unreadable(Agency known, Agency row) {
    var left = EnumSet.noneOf(Column.class);
    left.addAll(known.unreadable());
    left.removeIf(
        column -> !row.unreadable().contains(column) && AgencyCells.isFilled(row, column));
    return left;
  }

  private static <T> @Nullable T said(@Nullable T row, @Nullable T known) {
    return row == null ? known : row;
  }

  private static <T> Set<T> said(Set<T> row, Set<T> known) {
    return row.isEmpty() ? known : row;
  }
}
