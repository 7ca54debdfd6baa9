package duijie.matching;

import static duijie.matching.FilterTests.allBut;
import static duijie.matching.FilterTests.atLeast;
import static duijie.matching.FilterTests.atMost;
import static duijie.matching.FilterTests.everything;
import static duijie.matching.FilterTests.has;

import duijie.agencies.Agency;
import duijie.agencies.Agency.InspectionResult;
import duijie.agencies.Agency.OrganisationType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about what a project may demand of agencies. */
final class DemandFilterRules {

  private static final EnumSet<OrganisationType> SOCIAL_ORGANISATIONS =
      EnumSet.of(
          OrganisationType.PRIVATE_NON_ENTERPRISE,
          OrganisationType.ASSOCIATION,
          OrganisationType.FOUNDATION);

  /** Those that are never inspected or graded as social organisations are. */
  private static final EnumSet<OrganisationType> OTHERS =
      EnumSet.complementOf(SOCIAL_ORGANISATIONS);

  private static final FilterRule LOCAL_REGISTRATION =
      new FilterRule(
          "local-registration",
          """
          !project.demandsLocalRegistration
          ? ('须本地登记' in project.unreadable ? unknown : true)
          : !has(project.county) || !has(agency.registeredRegion) ? unknown
          : within(agency.registeredRegion, project.county) ? true
          : within(project.county, agency.registeredRegion) ? unknown
          : false
          """,
          asked -> {
            var region = asked.subject().region();
            return asked.subject().demandsLocalRegistration() && region != null
                ? has(IndexField.REGION, IndexField.maybeWithin(IndexField.county(region)))
                : everything();
          },
          asked -> {
            var region = asked.subject().registeredRegion();
            return region == null
                ? everything()
                : has(IndexField.LOCAL_TO, IndexField.maybeWithin(region));
          });

  private static final FilterRule ANNUAL_INSPECTION =
      new FilterRule(
          "annual-inspection",
          """
          !project.demandsAnnualInspection
          ? ('须年检合格' in project.unreadable ? unknown : true)
          : has(agency.type) && agency.type in ['企业', '事业单位'] ? unknown
          : !has(agency.inspectionYear) ? unknown
          : agency.inspectionYear < year(asOf) - (month(asOf) >= 6 ? 1 : 2) ? false
          : !has(agency.inspectionResult) ? unknown
          : agency.inspectionResult == '合格' || agency.inspectionResult == '基本合格'
          """,
          asked ->
              asked.subject().demandsAnnualInspection()
                  ? ofSocialOrganisations(
                      Stream.concat(
                          atLeast(IndexField.INSPECTION_YEAR, yearToShow(asked.asOf())),
                          has(IndexField.INSPECTION, allBut(EnumSet.of(InspectionResult.FAILED)))))
                  : everything(),
          asked -> {
            var year = asked.subject().inspectionYear();
            var result = asked.subject().inspectionResult();
            boolean fails =
                year != null
                    && !isOther(asked.subject())
                    && (year < yearToShow(asked.asOf()) || result == InspectionResult.FAILED);
            return fails ? has(IndexField.INSPECTION, IndexField.NO) : everything();
          });

  private static final FilterRule LICENSED_STAFF =
      new FilterRule(
          "licensed-staff",
          """
          !has(project.licensed)
          ? ('持证社工人数要求' in project.unreadable ? unknown : true)
          : agency.licensedAtLeast >= project.licensed ? true
          : has(agency.licensed) ? false
          : unknown
          """,
          asked -> atLeast(IndexField.LICENSED, asked.subject().staffing().licensed()),
          asked -> {
            var licensed = asked.subject().licensed();
            return licensed.complete()
                ? atMost(IndexField.LICENSED, licensed.atLeast())
                : everything();
          });

  private static final FilterRule HEAD_YEARS =
      new FilterRule(
          "head-years",
          """
          !has(project.headYears)
          ? ('负责人年限要求' in project.unreadable ? unknown : true)
          : !has(agency.headYears) ? unknown
          : agency.headYears >= project.headYears
          """,
          asked -> atLeast(IndexField.HEAD_YEARS, asked.subject().staffing().headYears()),
          asked -> atMost(IndexField.HEAD_YEARS, asked.subject().headYears()));

  private static final FilterRule HEADCOUNT =
      new FilterRule(
          "headcount",
          """
          !has(project.headcount)
          ? ('社工人数要求' in project.unreadable ? unknown : true)
          : !has(agency.fullTimeStaff) ? unknown
          : agency.fullTimeStaff >= project.headcount
          """,
          asked -> atLeast(IndexField.STAFF, asked.subject().staffing().headcount()),
          asked -> atMost(IndexField.STAFF, asked.subject().fullTimeStaff()));

  private static final FilterRule MINIMUM_GRADE =
      new FilterRule(
          "minimum-grade",
          """
          !has(project.minimumGrade)
          ? ('最低评估等级' in project.unreadable ? unknown : true)
          : has(agency.type) && agency.type in ['企业', '事业单位'] ? unknown
          : !has(agency.grade) ? unknown
          : agency.grade < project.minimumGrade ? false
          : !has(agency.gradeValidUntil) ? unknown
          : agency.gradeValidUntil >= asOf
          """,
          asked -> {
            var minimum = asked.subject().minimumGrade();
            return minimum == null
                ? everything()
                : ofSocialOrganisations(
                    Stream.concat(
                        atLeast(IndexField.GRADE, minimum.level()),
                        atLeast(IndexField.GRADE_UNTIL, asked.asOf().toEpochDay())));
          },
          asked -> {
            var grade = asked.subject().grade();
            if (grade == null || isOther(asked.subject())) {
              return everything();
            }
            var until = asked.subject().gradeValidUntil();
            boolean expired = until != null && until.isBefore(asked.asOf());
            return atMost(IndexField.GRADE, expired ? 0 : grade.level());
          });

  private static final FilterRule SMALL_FIRMS_ONLY =
      new FilterRule(
          "small-firms-only",
          """
          !project.smallFirmsOnly
          ? ('专门面向中小企业' in project.unreadable ? unknown : true)
          : !has(agency.type) ? unknown
          : !(agency.type in ['民办非企业单位', '社会团体', '基金会']) ? unknown
          : false
          """,
          asked ->
              asked.subject().smallFirmsOnly()
                  ? has(IndexField.TYPE, allBut(SOCIAL_ORGANISATIONS))
                  : everything(),
          asked -> {
            var type = asked.subject().type();
            return type != null && SOCIAL_ORGANISATIONS.contains(type)
                ? has(IndexField.SMALL_FIRMS, IndexField.NO)
                : everything();
          });

  static final List<FilterRule> ALL =
      List.of(
          LOCAL_REGISTRATION,
          ANNUAL_INSPECTION,
          LICENSED_STAFF,
          HEADCOUNT,
          HEAD_YEARS,
          MINIMUM_GRADE,
          SMALL_FIRMS_ONLY);

  private DemandFilterRules() {}

  /** Clauses that hold of social organisations only: all others pass. */
  private static Stream<List<Filter.Test>> ofSocialOrganisations(
      Stream<List<Filter.Test>> clauses) {
    var other =
        new Filter.Test.HasAny(
            IndexField.TYPE, OTHERS.stream().map(Enum::name).collect(Collectors.toSet()));
    return clauses.map(
        anyOf -> Stream.concat(anyOf.stream(), Stream.<Filter.Test>of(other)).toList());
  }

  private static boolean isOther(Agency agency) {
    return agency.type() != null && OTHERS.contains(agency.type());
  }

  /**
   * The earliest annual inspection that counts: last year's from 1 June on, else the one before.
   */
  private static int yearToShow(LocalDate asOf) {
    return asOf.getYear() - (asOf.getMonthValue() >= 6 ? 1 : 2);
  }
}
