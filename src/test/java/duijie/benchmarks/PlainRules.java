package duijie.benchmarks;

import duijie.matching.AgencyFacts;
import duijie.matching.ProjectFacts;
import duijie.matching.TermVector;
import duijie.matching.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shipped rules written by hand in Java: what the rule book's expressions are measured by. */
final class PlainRules {

  private static final Set<String> SOCIAL_ORGANISATIONS = Set.of("民办非企业单位", "社会团体", "基金会");
  private static final Set<String> OTHERS = Set.of("企业", "事业单位");

  private PlainRules() {}

  /** A project's facts as fields. */
  record Demand(
      @Nullable String region,
      long regionLevel,
      @Nullable String county,
      @Nullable List<String> fields,
      @Nullable List<String> targetGroups,
      @Nullable List<String> methods,
      @Nullable TermVector needTerms,
      @Nullable Double budget,
      @Nullable Double yearlyAmount,
      @Nullable Long licensed,
      @Nullable Double licensedShare,
      @Nullable Long headYears,
      @Nullable Long headcount,
      @Nullable Long minimumGrade,
      boolean inspection,
      boolean local,
      boolean smallFirms,
      @Nullable String buyerKey,
      List<String> unreadable) {

    static Demand of(ProjectFacts facts) {
      var f = facts.values();
      return new Demand(
          get(f, "region"),
          PlainRules.<@Nullable Long>get(f, "regionLevel") instanceof Long level ? level : 0,
          get(f, "county"),
          get(f, "fields"),
          get(f, "targetGroups"),
          get(f, "methods"),
          get(f, "needTerms"),
          get(f, "budget"),
          get(f, "yearlyAmount"),
          get(f, "licensed"),
          get(f, "licensedShare"),
          get(f, "headYears"),
          get(f, "headcount"),
          get(f, "minimumGrade"),
          (boolean) f.get("demandsAnnualInspection"),
          (boolean) f.get("demandsLocalRegistration"),
          (boolean) f.get("smallFirmsOnly"),
          get(f, "buyerKey"),
          get(f, "unreadable"));
    }
  }

  /** An agency's facts as fields. */
  record Supply(
      String state,
      @Nullable String creditCode,
      @Nullable String registrar,
      @Nullable String creditStanding,
      @Nullable List<String> serviceRegions,
      @Nullable List<String> regions,
      @Nullable String registeredRegion,
      @Nullable List<String> fields,
      @Nullable List<String> relatedFields,
      @Nullable List<String> targetGroups,
      @Nullable List<String> relatedTargetGroups,
      @Nullable List<String> methods,
      @Nullable List<String> relatedMethods,
      @Nullable List<String> experienceFields,
      @Nullable List<String> relatedExperienceFields,
      @Nullable Long grade,
      @Nullable Instant gradeValidUntil,
      @Nullable Long inspectionYear,
      @Nullable String inspectionResult,
      @Nullable Long fullTimeStaff,
      @Nullable Long licensed,
      long licensedAtLeast,
      @Nullable Long headYears,
      @Nullable Long currentProjects,
      @Nullable Long capacity,
      @Nullable Double minimumAmount,
      @Nullable Double maximumAmount,
      @Nullable String type,
      @Nullable String nameKey,
      @Nullable TermVector terms,
      List<String> unreadable) {

    static Supply of(AgencyFacts facts) {
      var f = facts.values();
      return new Supply(
          get(f, "state"),
          get(f, "creditCode"),
          get(f, "registrar"),
          get(f, "creditStanding"),
          get(f, "serviceRegions"),
          get(f, "regions"),
          get(f, "registeredRegion"),
          get(f, "fields"),
          get(f, "relatedFields"),
          get(f, "targetGroups"),
          get(f, "relatedTargetGroups"),
          get(f, "methods"),
          get(f, "relatedMethods"),
          get(f, "experienceFields"),
          get(f, "relatedExperienceFields"),
          get(f, "grade"),
          get(f, "gradeValidUntil"),
          get(f, "inspectionYear"),
          get(f, "inspectionResult"),
          get(f, "fullTimeStaff"),
          get(f, "licensed"),
          (long) f.get("licensedAtLeast"),
          get(f, "headYears"),
          get(f, "currentProjects"),
          get(f, "capacity"),
          get(f, "minimumAmount"),
          get(f, "maximumAmount"),
          get(f, "type"),
          get(f, "nameKey"),
          get(f, "terms"),
          get(f, "unreadable"));
    }
  }

  /** The verdicts in the order of the book. */
  static Verdict[] verdicts(Demand p, Supply a, LocalDate asOf) {
    int year = asOf.getYear() - (asOf.getMonthValue() >= 6 ? 1 : 2);
    return new Verdict[] {
      a.state.equals("暂停") || a.state.equals("注销")
          ? Verdict.FAIL
          : a.creditCode != null || a.registrar != null ? Verdict.PASS : Verdict.UNKNOWN,
      a.creditStanding == null ? Verdict.UNKNOWN : of(a.creditStanding.equals("正常")),
      p.region == null || a.serviceRegions == null
          ? Verdict.UNKNOWN
          : covers(a.serviceRegions, p.region)
              ? Verdict.PASS
              : reaches(a.serviceRegions, p.region) || a.unreadable.contains("服务区域")
                  ? Verdict.UNKNOWN
                  : Verdict.FAIL,
      p.fields == null || a.fields == null || a.relatedFields == null
          ? Verdict.UNKNOWN
          : overlaps(p.fields, a.relatedFields)
              ? Verdict.PASS
              : p.unreadable.contains("服务领域") || a.unreadable.contains("服务领域")
                  ? Verdict.UNKNOWN
                  : Verdict.FAIL,
      inspection(p, a, year),
      p.licensed == null
          ? demanded(p, "持证社工人数要求")
          : a.licensedAtLeast >= p.licensed
              ? Verdict.PASS
              : a.licensed != null ? Verdict.FAIL : Verdict.UNKNOWN,
      licensedShare(p, a),
      p.headYears == null
          ? demanded(p, "负责人年限要求")
          : a.headYears == null ? Verdict.UNKNOWN : of(a.headYears >= p.headYears),
      p.headcount == null
          ? demanded(p, "社工人数要求")
          : a.fullTimeStaff == null ? Verdict.UNKNOWN : of(a.fullTimeStaff >= p.headcount),
      local(p, a),
      grade(p, a, asOf),
      !p.smallFirms
          ? demanded(p, "专门面向中小企业")
          : a.type == null || !SOCIAL_ORGANISATIONS.contains(a.type)
              ? Verdict.UNKNOWN
              : Verdict.FAIL,
      a.capacity != null && a.capacity == 0
          ? Verdict.FAIL
          : a.capacity == null || a.currentProjects == null
              ? Verdict.UNKNOWN
              : of(a.currentProjects < a.capacity),
      amount(p, a),
      p.buyerKey == null || a.nameKey == null ? Verdict.UNKNOWN : of(!p.buyerKey.equals(a.nameKey)),
      a.type == null || a.type.equals("事业单位") ? Verdict.UNKNOWN : Verdict.PASS
    };
  }

  /** The values in the order of the book. */
  static double[] values(Demand p, Supply a, LocalDate asOf) {
    return new double[] {
      fit(p.fields, a.fields, a.relatedFields),
      fit(p.targetGroups, a.targetGroups, a.relatedTargetGroups),
      fit(p.methods, a.methods, a.relatedMethods),
      p.needTerms == null || a.terms == null
          ? Double.NaN
          : ramp(p.needTerms.coveredBy(a.terms), 0, 0.4),
      nearness(p, a),
      fit(p.fields, a.experienceFields, a.relatedExperienceFields),
      licensedStrength(p, a),
      a.type != null && OTHERS.contains(a.type)
          ? 0
          : a.grade == null || a.gradeValidUntil == null
              ? Double.NaN
              : valid(a.gradeValidUntil, asOf) ? ramp(a.grade, 0, 5) : 0,
      p.yearlyAmount == null || p.yearlyAmount == 0 || a.fullTimeStaff == null
          ? Double.NaN
          : ramp(a.fullTimeStaff * 100000.0 / p.yearlyAmount, 0, 1),
      a.capacity == null || a.currentProjects == null
          ? Double.NaN
          : ramp(a.capacity - a.currentProjects, 0, 3)
    };
  }

  private static Verdict inspection(Demand p, Supply a, int year) {
    if (!p.inspection) {
      return demanded(p, "须年检合格");
    }
    if (a.type != null && OTHERS.contains(a.type) || a.inspectionYear == null) {
      return Verdict.UNKNOWN;
    }
    if (a.inspectionYear < year) {
      return Verdict.FAIL;
    }
    return a.inspectionResult == null
        ? Verdict.UNKNOWN
        : of(a.inspectionResult.equals("合格") || a.inspectionResult.equals("基本合格"));
  }

  private static Verdict licensedShare(Demand p, Supply a) {
    if (p.licensedShare == null) {
      return demanded(p, "持证比例要求(%)");
    }
    if (a.fullTimeStaff == null || a.fullTimeStaff == 0) {
      return Verdict.UNKNOWN;
    }
    if (a.licensedAtLeast * 100.0 >= p.licensedShare * a.fullTimeStaff) {
      return Verdict.PASS;
    }
    return a.licensed != null ? Verdict.FAIL : Verdict.UNKNOWN;
  }

  private static Verdict local(Demand p, Supply a) {
    if (!p.local) {
      return demanded(p, "须本地登记");
    }
    if (p.county == null || a.registeredRegion == null) {
      return Verdict.UNKNOWN;
    }
    if (a.registeredRegion.startsWith(p.county)) {
      return Verdict.PASS;
    }
    return p.county.startsWith(a.registeredRegion) ? Verdict.UNKNOWN : Verdict.FAIL;
  }

  private static Verdict grade(Demand p, Supply a, LocalDate asOf) {
    if (p.minimumGrade == null) {
      return demanded(p, "最低评估等级");
    }
    if (a.type != null && OTHERS.contains(a.type) || a.grade == null) {
      return Verdict.UNKNOWN;
    }
    if (a.grade < p.minimumGrade) {
      return Verdict.FAIL;
    }
    return a.gradeValidUntil == null ? Verdict.UNKNOWN : of(valid(a.gradeValidUntil, asOf));
  }

  private static Verdict amount(Demand p, Supply a) {
    if (p.budget == null) {
      return Verdict.UNKNOWN;
    }
    if (a.minimumAmount != null && p.budget < a.minimumAmount
        || a.maximumAmount != null && p.budget > a.maximumAmount) {
      return Verdict.FAIL;
    }
    return a.minimumAmount != null && a.maximumAmount != null ? Verdict.PASS : Verdict.UNKNOWN;
  }

  private static double nearness(Demand p, Supply a) {
    if (p.region == null || a.regions == null) {
      return Double.NaN;
    }
    int shared = 0;
    for (var region : a.regions) {
      shared = Math.max(shared, sharedLevels(region, p.region));
    }
    return shared >= 3 || shared == p.regionLevel ? 1 : shared == 2 ? 0.7 : shared == 1 ? 0.4 : 0;
  }

  private static int sharedLevels(String a, String b) {
    int shared = 0;
    for (int digits : new int[] {2, 4, 6, 9}) {
      if (digits > a.length() || digits > b.length() || !a.regionMatches(0, b, 0, digits)) {
        break;
      }
      shared++;
    }
    return shared;
  }

  private static double licensedStrength(Demand p, Supply a) {
    long enough = p.licensed != null && p.licensed > 0 ? 2 * p.licensed : 10;
    if (a.licensedAtLeast >= enough) {
      return 1;
    }
    return a.licensed == null ? Double.NaN : ramp(a.licensed, 0, enough);
  }

  private static double fit(
      @Nullable List<String> asked, @Nullable List<String> same, @Nullable List<String> related) {
    return asked == null || same == null || related == null
        ? Double.NaN
        : (0.3 * share(asked, same) + 0.7 * share(asked, related))
            * (same.size() > 10 ? 10.0 / same.size() : 1.0);
  }

  private static double share(List<String> a, List<String> b) {
    int shared = 0;
    for (var each : a) {
      if (b.contains(each)) {
        shared++;
      }
    }
    return a.isEmpty() ? 0 : (double) shared / a.size();
  }

  private static boolean overlaps(List<String> a, List<String> b) {
    for (var each : a) {
      if (b.contains(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(List<String> regions, String region) {
    for (var each : regions) {
      if (region.startsWith(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reaches(List<String> regions, String region) {
    for (var each : regions) {
      if (each.startsWith(region)) {
        return true;
      }
    }
    return false;
  }

  private static double ramp(double x, double low, double high) {
    return x >= high ? 1 : x > low ? (x - low) / (high - low) : 0;
  }

  private static boolean valid(Instant until, LocalDate asOf) {
    return !until.isBefore(asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static Verdict demanded(Demand p, String column) {
    return p.unreadable.contains(column) ? Verdict.UNKNOWN : Verdict.PASS;
  }

  private static Verdict of(boolean pass) {
    return pass ? Verdict.PASS : Verdict.FAIL;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  private static <T extends @Nullable Object> T get(Map<String, Object> facts, String name) {
    return (T) facts.get(name);
  }
}
