package duijie.imports;

import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.sheets.Imported;
import duijie.sheets.Row;
import duijie.sheets.WorkbookReader;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of 机构名录 become agencies, new or changed. */
@Singleton
final class AgencyTarget implements Target<Imported<Agency>, Agency> {

  private final WorkbookReader reader;
  private final Agencies agencies;
  private final Accounts accounts;
  private final AgencyCells cells;
  private final AuditTrail trail;

  AgencyTarget(
      WorkbookReader reader,
      Agencies agencies,
      Accounts accounts,
      AgencyCells cells,
      AuditTrail trail) {
    this.reader = reader;
    this.agencies = agencies;
    this.accounts = accounts;
    this.cells = cells;
    this.trail = trail;
  }

  @Override
  public Import.Kind kind() {
    return Import.Kind.AGENCIES;
  }

  @Override
  public Imported<Agency> read(Path file) {
    return reader.agencies(file);
  }

  @Override
  public Plan<Agency> plan(Import of, Imported<Agency> read, Progress progress) {
    var problems = new PlanProblems(of.file().name(), read);
    var planning = new AgencyPlanning(cells, keptByTheirOwn(), problems);
    var steps = new ArrayList<Plan.Step<Agency>>();
    var rows = read.rows();
    for (int from = 0; from < rows.size(); from += Progress.STEP) {
      progress.at(from, rows.size());
      var some = rows.subList(from, Math.min(from + Progress.STEP, rows.size()));
      var known = known(some);
      some.forEach(row -> steps.add(planning.step(row, known)));
    }
    progress.at(rows.size(), rows.size());
    return problems.plan(steps);
  }

  private KnownAgencies known(List<Row<Agency>> rows) {
    var codes = rows.stream().map(row -> row.value().creditCode()).filter(Objects::nonNull);
    var names = rows.stream().map(row -> row.value().name());
    return KnownAgencies.of(agencies.ofAny(codes.toList()), agencies.named(names.toList()));
  }

  /** The agencies that have people of their own at the platform. */
  private Set<Agency.Id> keptByTheirOwn() {
    return accounts.organisations().stream()
        .filter(organisation -> organisation.kind() == Organisation.Kind.AGENCY)
        .map(organisation -> new Agency.Id(organisation.id().value()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public void hold(Import of) {
    agencies.hold();
  }

  @Override
  public void store(Import of, List<Plan.Step<Agency>> steps, Progress progress, Caller by) {
    for (int from = 0; from < steps.size(); from += Progress.STEP) {
      progress.at(from, steps.size());
      var some = steps.subList(from, Math.min(from + Progress.STEP, steps.size()));
      agencies.saveAll(some.stream().map(step -> Objects.requireNonNull(step.after())).toList());
      trail.record(some.stream().map(step -> entry(step, by)).toList());
      some.forEach(this::rename);
    }
    progress.at(steps.size(), steps.size());
  }

  private void rename(Plan.Step<Agency> step) {
    var before = step.before();
    var after = step.after();
    if (before != null && after != null && !before.name().equals(after.name())) {
      accounts.rename(new Organisation.Id(after.id().value()), after.name());
    }
  }

  private static Entry entry(Plan.Step<Agency> step, Caller by) {
    var after = Objects.requireNonNull(step.after());
    @Nullable Agency before = step.before();
    var subject = new Entry.Subject("agency", after.id().value());
    return before == null
        ? Entry.added(by, "IMPORT_AGENCY", subject, Snapshot.of(after))
        : Entry.changed(by, "IMPORT_AGENCY", subject, Snapshot.of(before), Snapshot.of(after));
  }
}
