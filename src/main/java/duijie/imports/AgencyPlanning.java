package duijie.imports;

import duijie.agencies.Agency;
import duijie.sheets.ProblemCode;
import duijie.sheets.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what each row of 机构名录 would do. A row is about the agency of its credit code, else
 * about the one of its name and registered region.
 */
final class AgencyPlanning {

  private final AgencyCells cells;
  private final Set<Agency.Id> keptByTheirOwn;
  private final PlanProblems problems;
  private final Map<Agency.Id, Integer> rowsByTarget = new HashMap<>();

  AgencyPlanning(AgencyCells cells, Set<Agency.Id> keptByTheirOwn, PlanProblems problems) {
    this.cells = cells;
    this.keptByTheirOwn = keptByTheirOwn;
    this.problems = problems;
  }

  Plan.Step<Agency> step(Row<Agency> row, KnownAgencies known) {
    var says = row.value();
    var candidates = known.ofCode(says.creditCode());
    if (candidates.isEmpty()) {
      candidates = known.alike(says);
      if (candidates.size() > 1) {
        problems.add(
            row.number(),
            ProblemCode.SEVERAL_AGENCIES,
            "平台上有 " + candidates.size() + " 家同名、登记地也相同的机构，分不清是哪一家，本行不导入。请补填统一社会信用代码。");
        return refused(row, null);
      }
    }
    var inForce = candidates.stream().filter(a -> a.state() != Agency.State.DEREGISTERED).toList();
    if (inForce.isEmpty() && !candidates.isEmpty()) {
      problems.add(
          row.number(),
          ProblemCode.DEREGISTERED_AGENCY,
          "平台上“" + candidates.getFirst().name() + "”已经注销，本行不导入。请核对统一社会信用代码。");
      return refused(row, candidates.getFirst());
    }
    return inForce.isEmpty() ? added(row, known) : changed(row, inForce.getFirst());
  }

  private Plan.Step<Agency> added(Row<Agency> row, KnownAgencies known) {
    var says = row.value();
    if (known.isBeingRegistered(says.creditCode())) {
      problems.add(
          row.number(),
          ProblemCode.WAITING_REGISTRATION,
          "有人正用这个统一社会信用代码自助注册，还没有通过审核。导入以后，审核时请对方改为认领这家机构。");
    }
    var others = known.named(says);
    if (!others.isEmpty()) {
      problems.add(
          row.number(),
          ProblemCode.POSSIBLE_DUPLICATE,
          "平台上已有同名的机构“" + others.getFirst().name() + "”，代码或登记地不同，本行按新机构导入。如是同一家，请改正后重新上传。");
    }
    var after = AgencyMerge.as(new Agency.Id("I-" + UUID.randomUUID()), says);
    var line =
        new Line(
            row.number(), Effect.NEW, says.name(), null, cells.differences(null, after), false);
    return new Plan.Step<>(line, null, after);
  }

  private Plan.Step<Agency> changed(Row<Agency> row, Agency before) {
    var earlier = rowsByTarget.putIfAbsent(before.id(), row.number());
    if (earlier != null) {
      problems.add(
          row.number(),
          ProblemCode.SAME_AGENCY,
          "和第 " + earlier + " 行是平台上的同一家机构“" + before.name() + "”，本行不导入。请合成一行，或补填统一社会信用代码。");
      return refused(row, before);
    }
    var after = AgencyMerge.merged(before, row.value());
    var differences = cells.differences(before, after);
    var effect = effect(before, differences);
    if (effect == Effect.KEPT) {
      problems.add(
          row.number(), ProblemCode.KEPT_BY_AGENCY, "这家机构有自己的账号，资料由它自己维护。默认不改；要按表修改，请在导入页上勾选。");
    }
    var line =
        new Line(row.number(), effect, after.name(), before.id().value(), differences, false);
    return new Plan.Step<>(line, before, after);
  }

  private Effect effect(Agency before, List<Difference> differences) {
    if (differences.isEmpty()) {
      return Effect.UNCHANGED;
    }
    return keptByTheirOwn.contains(before.id()) ? Effect.KEPT : Effect.CHANGED;
  }

  private static Plan.Step<Agency> refused(Row<Agency> row, @Nullable Agency about) {
    var target = about == null ? null : about.id().value();
    return new Plan.Step<>(
        new Line(row.number(), Effect.REFUSED, row.value().name(), target, List.of(), false),
        null,
        null);
  }
}
