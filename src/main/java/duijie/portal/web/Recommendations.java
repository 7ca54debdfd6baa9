package duijie.portal.web;

import duijie.accounts.Account;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.interests.Interest;
import duijie.interests.Interests;
import duijie.interests.Invitation;
import duijie.interests.Invitations;
import duijie.matching.Assessment;
import duijie.matching.Factor;
import duijie.matching.Matching;
import duijie.matching.Ranking.Ranked;
import duijie.pages.Paging;
import duijie.pages.Words;
import duijie.projects.Answering;
import duijie.projects.Followings;
import duijie.projects.Project;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ranks the open projects for one agency, and says of each why and what is missing. */
@Singleton
final class Recommendations {

  /** So many are ever listed: whoever has more than that narrows the list. */
  static final int MOST = 1000;

  static final int PAGE_SIZE = 20;

  /** So many reasons are told of each project. */
  private static final int REASONS = 3;

  private final Matching matching;
  private final Agencies agencies;
  private final Finder finder;
  private final Rows rows;
  private final MatchViews matches;
  private final RecommendationFacets facets;
  private final Followings followings;
  private final Interests interests;
  private final Invitations invitations;
  private final Answering answering;

  Recommendations(
      Matching matching,
      Agencies agencies,
      Finder finder,
      Rows rows,
      MatchViews matches,
      RecommendationFacets facets,
      Followings followings,
      Interests interests,
      Invitations invitations,
      Answering answering) {
    this.matching = matching;
    this.agencies = agencies;
    this.finder = finder;
    this.rows = rows;
    this.matches = matches;
    this.facets = facets;
    this.followings = followings;
    this.interests = interests;
    this.invitations = invitations;
    this.answering = answering;
  }

  RecommendationsPage page(Account who, RecommendationQuery query, LocalDate today) {
    var agency = agencies.find(new Agency.Id(who.organisation().id().value())).orElse(null);
    var obstacle = obstacle(agency);
    if (agency == null || obstacle != null) {
      return page(obstacle, query, List.of(), List.of(), false, List.of(), "", today);
    }
    var ranking = matching.projectsFor(agency, rows::open, today, MOST);
    var found = query.text().isEmpty() ? ranking.matches() : with(query.text(), ranking.matches());
    var narrowing = facets.of(agency);
    var shown = narrowing.shown(found, query);
    var listed =
        shown.stream().skip((long) (query.page() - 1) * PAGE_SIZE).limit(PAGE_SIZE).toList();
    var marks = marks(who, agency, listed.stream().map(r -> r.partner().id()).toList());
    var views = listed.stream().map(ranked -> row(ranked, marks)).toList();
    return page(
        null,
        query,
        shown,
        views,
        ranking.eligible() > ranking.matches().size(),
        narrowing.facets(found, query),
        Links.agency(agency.id()) + "?show=excluded#matches",
        today);
  }

  /** Those in which the list of projects finds the text. */
  private List<Ranked<Project>> with(String text, List<Ranked<Project>> ranked) {
    var ids = new HashSet<>(finder.projects(ListQuery.OPEN.withText(text), 0, MOST).ids());
    return ranked.stream().filter(r -> ids.contains(r.partner().id())).toList();
  }

  /**
   * What the visitor and their agency have to do with which projects already.
   *
   * @param here those that were published here
   */
  private record Marks(
      Set<Project.Id> here,
      Set<Project.Id> followed,
      Map<Project.Id, String> declared,
      Map<Project.Id, String> invited) {}

  private Marks marks(Account who, Agency agency, List<Project.Id> listed) {
    return new Marks(
        answering.owners(listed).keySet(),
        Set.copyOf(followings.of(who.id())),
        interests.of(agency.id()).stream()
            .collect(
                Collectors.toMap(Interest::project, (Interest i) -> ProjectInterests.day(i.at()))),
        invitations.of(agency.id()).stream()
            .collect(
                Collectors.toMap(
                    Invitation::project, (Invitation i) -> ProjectInterests.day(i.at()))));
  }

  private RecommendationsPage.Row row(Ranked<Project> ranked, Marks marks) {
    var project = ranked.partner();
    var left = rows.left(project);
    return new RecommendationsPage.Row(
        matches.ranked(ranked, matches.partner(project)),
        why(ranked.assessment()),
        left.words(),
        left.soon(),
        marks.followed().contains(project.id()),
        marks.here().contains(project.id()) ? ProjectInterests.address(project) : null,
        marks.declared().get(project.id()),
        marks.invited().get(project.id()));
  }

  /** The criteria that gave most. */
  private static List<RecommendationsPage.Reason> why(Assessment assessment) {
    return assessment.factors().stream()
        .filter(factor -> factor.points().signum() > 0)
        .sorted(Comparator.comparing(Factor::points).reversed())
        .limit(REASONS)
        .map(
            factor ->
                new RecommendationsPage.Reason(
                    factor.name(),
                    Words.points(factor.points()),
                    factor.weight().stripTrailingZeros().toPlainString(),
                    factor.sentence()))
        .toList();
  }

  private static RecommendationsPage page(
      RecommendationsPage.@Nullable Obstacle obstacle,
      RecommendationQuery query,
      List<Ranked<Project>> shown,
      List<RecommendationsPage.Row> views,
      boolean capped,
      List<Facet> facets,
      String excluded,
      LocalDate today) {
    return new RecommendationsPage(
        obstacle,
        query.text(),
        query.withText("").params(),
        Words.count(shown.size()),
        capped,
        views,
        facets,
        query.narrowed() ? RecommendationQuery.PATH : null,
        Paging.of(shown.size(), query.page(), PAGE_SIZE, n -> query.withPage(n).address()),
        excluded,
        today.toString(),
        query.address());
  }

  private static RecommendationsPage.@Nullable Obstacle obstacle(@Nullable Agency agency) {
    if (agency == null) {
      return new RecommendationsPage.Obstacle(
          "认领申请还在等民政部门核对，核对以后就能看到推荐的项目。", "/agency/profile", "看认领申请");
    }
    return switch (agency.state()) {
      case VERIFIED -> null;
      case DRAFT ->
          new RecommendationsPage.Obstacle(
              "机构资料审核通过以后，才有推荐的项目。资料还没有提交。", "/agency/profile", "去填写机构资料");
      case RETURNED ->
          new RecommendationsPage.Obstacle(
              "机构资料审核通过以后，才有推荐的项目。资料被退回了，请按原因修改。", "/agency/profile", "去修改机构资料");
      case SUBMITTED ->
          new RecommendationsPage.Obstacle("机构资料正在审核，通过以后就能看到推荐的项目。", "/agency/profile", "看审核进度");
      case SUSPENDED, DEREGISTERED ->
          new RecommendationsPage.Obstacle(
              "本机构现在的状态是“%s”，没有推荐的项目。请联系民政部门。".formatted(agency.state().label()), null, "");
    };
  }
}
