package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.interests.Invitation;
import duijie.interests.Invitations;
import duijie.matching.AmountBand;
import duijie.matching.Ranking.Ranked;
import duijie.pages.Words;
import duijie.portal.web.RecommendationQuery.Fit;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways to narrow what is recommended to an agency, each choice with its count. */
@Singleton
final class RecommendationFacets {

  private final Invitations invitations;
  private final Vocabulary vocabulary;
  private final Words words;
  private final Clock clock;

  RecommendationFacets(Invitations invitations, Vocabulary vocabulary, Words words, Clock clock) {
    this.invitations = invitations;
    this.vocabulary = vocabulary;
    this.words = words;
    this.clock = clock;
  }

  /** For one agency. */
  Narrowing of(Agency agency) {
    return new Narrowing(
        invitations.of(agency.id()).stream()
            .map(Invitation::project)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What narrows the projects of one agency. */
  final class Narrowing {

    private final Set<Project.Id> invited;

    private Narrowing(Set<Project.Id> invited) {
      this.invited = invited;
    }

    /** Those that the query asks for, the text apart. */
    List<Ranked<Project>> shown(List<Ranked<Project>> all, RecommendationQuery query) {
      return all.stream().filter(test(query)).toList();
    }

    List<Facet> facets(List<Ranked<Project>> all, RecommendationQuery query) {
      return List.of(
              fit(all, query),
              within(all, query),
              field(all, query),
              region(all, query),
              band(all, query))
          .stream()
          .filter(facet -> !facet.choices().isEmpty())
          .toList();
    }

    private Facet fit(List<Ranked<Project>> all, RecommendationQuery query) {
      var choices = new Choices<Fit>("fit", all, query::withFit, query.fit());
      for (var fit : Fit.values()) {
        choices.add(fit, fit.name(), fit.label());
      }
      return choices.facet("适合情况");
    }

    private Facet within(List<Ranked<Project>> all, RecommendationQuery query) {
      var choices =
          new Choices<Integer>(
              "within",
              all,
              days -> query.withWithin(days == null ? 0 : days),
              query.within() == 0 ? null : query.within());
      for (int days : RecommendationQuery.DAYS) {
        choices.add(days, Integer.toString(days), days + " 天以内截止");
      }
      return choices.facet("截止时间");
    }

    private Facet field(List<Ranked<Project>> all, RecommendationQuery query) {
      var choices = new Choices<Term.Id>("field", all, query::withField, query.field());
      vocabulary.terms(Term.Kind.SERVICE_FIELD).stream()
          .filter(term -> term.parent() == null || term.id().equals(query.field()))
          .forEach(term -> choices.add(term.id(), term.id().value(), term.name()));
      return choices.facet("服务领域");
    }

    private Facet region(List<Ranked<Project>> all, RecommendationQuery query) {
      var choices = new Choices<Region.Code>("region", all, query::withRegion, query.region());
      var codes = new TreeSet<String>();
      all.stream()
          .map(ranked -> ranked.partner().region())
          .filter(code -> code != null)
          .map(code -> code.value().substring(0, Math.min(6, code.value().length())))
          .forEach(codes::add);
      if (query.region() != null) {
        codes.add(query.region().value());
      }
      codes.stream()
          .map(Region.Code::new)
          .forEach(code -> choices.add(code, code.value(), words.name(code)));
      return choices.facet("区划");
    }

    private Facet band(List<Ranked<Project>> all, RecommendationQuery query) {
      var choices = new Choices<AmountBand>("band", all, query::withBand, query.band());
      for (var band : AmountBand.values()) {
        choices.add(band, band.name(), band.label());
      }
      return choices.facet("预算金额");
    }

    private Predicate<Ranked<Project>> test(RecommendationQuery query) {
      var fields = query.field() == null ? null : vocabulary.withDescendants(query.field());
      var last = LocalDateTime.now(clock).toLocalDate().plusDays(query.within());
      return ranked -> {
        var project = ranked.partner();
        var by = project.respondBy();
        return (query.fit() == null || fits(ranked, query.fit()))
            && (query.within() == 0 || (by != null && !by.toLocalDate().isAfter(last)))
            && (fields == null || project.fields().stream().anyMatch(fields::contains))
            && (query.region() == null
                || (project.region() != null && query.region().covers(project.region())))
            && (query.band() == null || AmountBand.of(project.budget()) == query.band());
      };
    }

    private boolean fits(Ranked<Project> ranked, Fit fit) {
      return switch (fit) {
        case INVITED -> invited.contains(ranked.partner().id());
        case VERIFIED -> ranked.assessment().verified();
        case TO_VERIFY -> !ranked.assessment().verified();
      };
    }

    /** The choices of one facet, of which one at most is taken. */
    private final class Choices<T> {

      private static final int OPEN = 8;

      private final String id;
      private final List<Ranked<Project>> all;
      private final Function<@Nullable T, RecommendationQuery> with;
      private final @Nullable T taken;
      private final List<Counted> counted = new ArrayList<>();

      Choices(
          String id,
          List<Ranked<Project>> all,
          Function<@Nullable T, RecommendationQuery> with,
          @Nullable T taken) {
        this.id = id;
        this.all = all;
        this.with = with;
        this.taken = taken;
      }

      private record Counted(Facet.Choice choice, long count) {}

      void add(T value, String name, String label) {
        boolean chosen = value.equals(taken);
        long count = all.stream().filter(test(with.apply(value))).count();
        if (count > 0 || chosen) {
          var href = with.apply(chosen ? null : value).address();
          counted.add(
              new Counted(
                  new Facet.Choice(id + "-" + name, label, Words.count(count), href, chosen, 0),
                  count));
        }
      }

      Facet facet(String title) {
        var choices = counted.stream().map(Counted::choice).toList();
        if (choices.size() <= OPEN + 2) {
          return new Facet(id, title, List.of(), choices, List.of());
        }
        var sorted =
            counted.stream()
                .sorted(
                    Comparator.<Counted, Boolean>comparing(c -> !c.choice().chosen())
                        .thenComparing(Comparator.comparingLong(Counted::count).reversed()))
                .map(Counted::choice)
                .toList();
        return new Facet(
            id, title, List.of(), sorted.subList(0, OPEN), sorted.subList(OPEN, sorted.size()));
      }
    }
  }
}
