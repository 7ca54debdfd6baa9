package duijie.matching;

import static duijie.matching.FilterTests.allBut;
import static duijie.matching.FilterTests.atLeast;
import static duijie.matching.FilterTests.atMost;
import static duijie.matching.FilterTests.everything;
import static duijie.matching.FilterTests.fieldRelated;
import static duijie.matching.FilterTests.has;
import static duijie.matching.FilterTests.nothing;

import duijie.agencies.Agency;
import duijie.agencies.Agency.CreditStanding;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about what an agency is and takes, whatever the project demands. */
final class SupplyFilterRules {

  private static final EnumSet<Agency.State> GONE =
      EnumSet.of(Agency.State.SUSPENDED, Agency.State.DEREGISTERED);

  private static final FilterRule SERVES_REGION =
      new FilterRule(
          "serves-region",
          """
          !has(project.region) || !has(agency.serviceRegions) ? unknown
          : covers(agency.serviceRegions, project.region) ? true
          : reaches(agency.serviceRegions, project.region) || '服务区域' in agency.unreadable ? unknown
          : false
          """,
          asked -> {
            var region = asked.subject().region();
            return region == null
                ? everything()
                : has(IndexField.SERVES, IndexField.maybeWithin(region));
          },
          asked -> {
            var agency = asked.subject();
            return agency.serviceRegions().isEmpty()
                    || agency.unreadable().contains(duijie.agencies.Column.SERVICE_REGIONS)
                ? everything()
                : has(
                    IndexField.REGION,
                    agency.serviceRegions().stream()
                        .flatMap(served -> IndexField.maybeWithin(served).stream())
                        .collect(Collectors.toSet()));
          });

  private static final FilterRule OFFERS_FIELD =
      new FilterRule(
          "offers-field",
          """
          !has(project.fields) || !has(agency.fields) ? unknown
          : overlaps(project.fields, agency.relatedFields) ? true
          : '服务领域' in project.unreadable || '服务领域' in agency.unreadable ? unknown
          : false
          """,
          asked ->
              asked.subject().unreadable().contains(duijie.projects.Column.FIELDS)
                  ? everything()
                  : fieldRelated(asked.subject().fields(), asked.vocabulary()),
          asked ->
              asked.subject().unreadable().contains(duijie.agencies.Column.FIELDS)
                  ? everything()
                  : fieldRelated(asked.subject().fields(), asked.vocabulary()));

  private static final FilterRule REGISTERED =
      new FilterRule(
          "registered",
          """
          agency.state == '暂停' || agency.state == '注销' ? false
          : has(agency.creditCode) || has(agency.registrar) ? true
          : unknown
          """,
          asked -> has(IndexField.STATE, allBut(GONE)),
          asked -> GONE.contains(asked.subject().state()) ? nothing() : everything());

  private static final FilterRule CREDIT_NORMAL =
      new FilterRule(
          "credit-normal",
          """
          !has(agency.creditStanding) ? unknown
          : agency.creditStanding == '正常'
          """,
          asked -> has(IndexField.CREDIT, IndexField.UNKNOWN, CreditStanding.NORMAL.name()),
          asked -> {
            var standing = asked.subject().creditStanding();
            return standing == null || standing == CreditStanding.NORMAL ? everything() : nothing();
          });

  private static final FilterRule FREE_CAPACITY =
      new FilterRule(
          "free-capacity",
          """
          has(agency.capacity) && agency.capacity == 0 ? false
          : !has(agency.capacity) || !has(agency.currentProjects) ? unknown
          : agency.currentProjects < agency.capacity
          """,
          asked -> has(IndexField.FREE, IndexField.UNKNOWN, IndexField.YES),
          asked ->
              IndexField.free(asked.subject()).equals(IndexField.NO) ? nothing() : everything());

  private static final FilterRule AMOUNT_WITHIN =
      new FilterRule(
          "amount-within",
          """
          !has(project.budget) ? unknown
          : has(agency.minimumAmount) && project.budget < agency.minimumAmount ? false
          : has(agency.maximumAmount) && project.budget > agency.maximumAmount ? false
          : has(agency.minimumAmount) && has(agency.maximumAmount) ? true
          : unknown
          """,
          asked -> {
            var budget = asked.subject().budget();
            return budget == null
                ? everything()
                : Stream.concat(
                    atMost(IndexField.TAKES_FROM, IndexField.fen(budget)),
                    atLeast(IndexField.TAKES_TO, IndexField.fen(budget)));
          },
          asked -> {
            var least = asked.subject().minimumAmount();
            var most = asked.subject().maximumAmount();
            return Stream.of(
                List.of(
                    new Filter.Test.Between(
                        IndexField.AMOUNT, IndexField.NO_AMOUNT, IndexField.NO_AMOUNT),
                    new Filter.Test.Between(
                        IndexField.AMOUNT,
                        least == null ? 0 : IndexField.fen(least),
                        most == null ? Long.MAX_VALUE : IndexField.fen(most))));
          });

  static final List<FilterRule> ALL =
      List.of(SERVES_REGION, OFFERS_FIELD, REGISTERED, CREDIT_NORMAL, FREE_CAPACITY, AMOUNT_WITHIN);

  private SupplyFilterRules() {}
}
