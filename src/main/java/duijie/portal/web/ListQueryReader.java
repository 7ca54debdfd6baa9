package duijie.portal.web;

import duijie.matching.AmountBand;
import duijie.pages.Parameters;
import duijie.portal.HomeCounty;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the state of a list from its address. */
@Singleton
final class ListQueryReader {

  private final Regions regions;
  private final Vocabulary vocabulary;
  private final @Nullable HomeCounty home;

  ListQueryReader(Regions regions, Vocabulary vocabulary, Optional<HomeCounty> home) {
    this.regions = regions;
    this.vocabulary = vocabulary;
    this.home = home.orElse(null);
  }

  /** What the parameters mean; what they get wrong is told to them. */
  ListQuery read(Parameters parameters, ListKind kind) {
    return filter(parameters, kind)
        .withSize(parameters.choice("size", ListQuery.SIZES, ListQuery.USUAL_SIZE))
        .withPage(parameters.number("page", 1, 1, ListQuery.LAST_PAGE));
  }

  /** The same without what pages it. */
  ListQuery filter(Parameters parameters, ListKind kind) {
    return new ListQuery(
        parameters.text("q"),
        region(parameters),
        outside(parameters),
        open(parameters, kind),
        fields(parameters),
        states(parameters, kind),
        bands(parameters),
        1,
        ListQuery.USUAL_SIZE);
  }

  private Region.@Nullable Code region(Parameters parameters) {
    var value = parameters.one("region");
    if (value.isEmpty()) {
      return null;
    }
    try {
      var code = new Region.Code(value.get());
      if (regions.find(code).isPresent()) {
        return code;
      }
    } catch (IllegalArgumentException notACode) {
      // Told below, as for a code of the right shape that no division has.
    }
    parameters.refuse("region", "没有代码为“%s”的区划。".formatted(Parameters.shortened(value.get())));
    return null;
  }

  private boolean outside(Parameters parameters) {
    var value = parameters.one("area");
    if (value.isEmpty()) {
      return false;
    }
    if (!value.get().equals("outside")) {
      parameters.refuse(
          "area", "参数“area”只能是 outside（县外），不能是“%s”。".formatted(Parameters.shortened(value.get())));
      return false;
    }
    if (home == null) {
      parameters.refuse("area", "本站没有设定本县，不能按县外筛选。");
      return false;
    }
    return true;
  }

  private static boolean open(Parameters parameters, ListKind kind) {
    var value = parameters.one("only");
    if (value.isEmpty()) {
      return false;
    }
    if (kind != ListKind.PROJECTS || !value.get().equals("open")) {
      parameters.refuse(
          "only",
          "参数“only”只能是 open（正在找机构的项目），不能是“%s”。".formatted(Parameters.shortened(value.get())));
      return false;
    }
    return true;
  }

  private Set<Term.Id> fields(Parameters parameters) {
    var fields = new TreeSet<Term.Id>();
    for (var value : parameters.all("field")) {
      var id = new Term.Id(value);
      if (vocabulary.find(id).filter(t -> t.kind() == Term.Kind.SERVICE_FIELD).isPresent()) {
        fields.add(id);
      } else {
        parameters.refuse("field", "没有“%s”这个服务领域。".formatted(Parameters.shortened(value)));
      }
    }
    return fields;
  }

  private static Set<String> states(Parameters parameters, ListKind kind) {
    var states = new TreeSet<String>();
    for (var value : parameters.all("state")) {
      if (kind.states().containsKey(value)) {
        states.add(value);
      } else {
        parameters.refuse("state", "没有“%s”这个状态。".formatted(Parameters.shortened(value)));
      }
    }
    return states;
  }

  private static Set<AmountBand> bands(Parameters parameters) {
    var bands = new TreeSet<AmountBand>();
    for (var value : parameters.all("band")) {
      Arrays.stream(AmountBand.values())
          .filter(band -> band.name().equals(value))
          .findFirst()
          .ifPresentOrElse(
              bands::add,
              () ->
                  parameters.refuse(
                      "band", "没有“%s”这个预算档次。".formatted(Parameters.shortened(value))));
    }
    return bands;
  }
}
