package duijie.matching;

import duijie.matching.Condition.AllOf;
import duijie.matching.Condition.AnyOf;
import duijie.matching.Condition.Counting;
import duijie.matching.Condition.Has;
import duijie.matching.Condition.Passes;
import duijie.matching.Condition.Place;
import duijie.matching.Condition.Preferring;
import duijie.matching.Condition.Under;
import duijie.matching.Condition.Without;
import duijie.matching.SearchPage.Facet;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.TextQuery;
import duijie.vocabulary.TextQuery.Phrase;
import duijie.vocabulary.TextQuery.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question to a list, in conditions. A record counts the points of what it has, more in its name;
 * that does not change with what else is in the index.
 *
 * @param condition what a record must have, but for the facets
 * @param chosen what it must have of each facet in which something was chosen
 */
public record ListQuestion(Condition condition, Map<Facet, Under> chosen) {

  /** How many terms of a long text are asked for. */
  private static final int TERMS = 400;

  /** How many times as much a term counts in a name as elsewhere. */
  private static final int NAME_COUNTS = 4;

  /** How many wishes are counted where not all can be fulfilled. */
  private static final int WISHES = 60;

  /**
   * What a fulfilled wish counts where not all can be: more than all points together, and few
   * enough that engines' numbers hold every sum exactly.
   */
  private static final int FULFILLED = 1 << 18;

  /** How many points a term of weight one counts where the nearest texts are looked for. */
  private static final int WEIGHT = 1_000;

  public ListQuestion {
    chosen = Map.copyOf(chosen);
  }

  /** How much of what was asked for a record must have. */
  public enum Having {
    EVERY_WORD,
    /** At least one; one more wish fulfilled counts more than all points. */
    SOME_WORDS
  }

  /**
   * The question.
   *
   * @param asked what the text of the query asks for
   */
  public static ListQuestion of(SearchQuery query, TextQuery asked, Having having) {
    var chosen = new EnumMap<Facet, Under>(Facet.class);
    if (query.region() != null) {
      choose(chosen, Facet.REGION, Set.of(query.region().value()));
    }
    choose(
        chosen,
        Facet.FIELD,
        query.fields().stream().map(field -> field.value()).collect(Collectors.toSet()));
    choose(chosen, Facet.STATE, query.states());
    choose(
        chosen,
        Facet.AMOUNT,
        query.bands().stream().map(AmountBand::name).collect(Collectors.toSet()));
    return new ListQuestion(base(query, having(asked, having)), chosen);
  }

  /**
   * What has at least one of the terms; each counts by its weight. The same for every state of the
   * index, unlike an engine's own relevance.
   */
  public static Condition near(List<String> terms, TextAnalysis analysis) {
    return new AnyOf(
        terms.stream()
            .distinct()
            .sorted(Comparator.comparingDouble(analysis::weight).reversed())
            .limit(TERMS)
            .<Condition>map(
                term ->
                    new Counting(
                        new Has(Place.TEXT, term),
                        (int) Math.round(analysis.weight(term) * WEIGHT)))
            .toList());
  }

  /** What a record must have, the facets included. */
  public Condition narrowed() {
    var all = new ArrayList<Condition>();
    all.add(condition);
    all.addAll(chosen.values());
    return new AllOf(all);
  }

  /** What was chosen in all facets but this one. */
  public List<Condition> choicesBut(Facet facet) {
    return chosen.entrySet().stream()
        .filter(choice -> choice.getKey() != facet)
        .<Condition>map(Map.Entry::getValue)
        .toList();
  }

  private static void choose(Map<Facet, Under> chosen, Facet facet, Set<String> values) {
    if (!values.isEmpty()) {
      chosen.put(facet, new Under(facet, values));
    }
  }

  private static Condition base(SearchQuery query, Condition having) {
    var base = having;
    if (query.openAt() != null) {
      base = new AllOf(List.of(base, new Passes(IndexField.openAt(query.openAt()))));
    }
    if (query.outside() != null) {
      var maybeWithin =
          new Filter.Test.HasAny(IndexField.REGION, IndexField.maybeWithin(query.outside()));
      base = new Without(base, new Passes(maybeWithin));
    }
    return base;
  }

  private static Condition having(TextQuery asked, Having having) {
    if (asked.wishes().isEmpty()) {
      return Condition.EVERYTHING;
    }
    var fulfilled = new ArrayList<Condition>();
    var welcome = new ArrayList<Condition>();
    for (var wish : asked.wishes().stream().limit(WISHES).toList()) {
      if (having == Having.EVERY_WORD) {
        fulfilled.add(anyOf(wish));
      } else {
        fulfilled.add(new Counting(anyOf(wish), FULFILLED));
        welcome.add(anyOf(wish));
      }
      wish.anyOf().forEach(phrase -> welcome.add(inName(phrase)));
    }
    welcome.add(new Counting(allOf(Place.TEXT, asked.asTyped()), asked.asTyped().points()));
    welcome.add(inName(asked.asTyped()));
    return new Preferring(
        having == Having.EVERY_WORD ? new AllOf(fulfilled) : new AnyOf(fulfilled), welcome);
  }

  private static Condition inName(Phrase phrase) {
    return new Counting(allOf(Place.NAME, phrase), phrase.points() * (NAME_COUNTS - 1));
  }

  private static Condition anyOf(Wish wish) {
    return new AnyOf(
        wish.anyOf().stream()
            .<Condition>map(phrase -> new Counting(allOf(Place.TEXT, phrase), phrase.points()))
            .toList());
  }

  /** A phrase without terms is found nowhere. */
  private static Condition allOf(Place place, Phrase phrase) {
    return phrase.terms().isEmpty()
        ? Condition.NOTHING
        : new AllOf(
            phrase.terms().stream()
                .limit(TERMS)
                .<Condition>map(term -> new Has(place, term))
                .toList());
  }
}
