package duijie.portal.web;

import duijie.matching.AmountBand;
import duijie.pages.Addresses;
import duijie.pages.Param;
import duijie.pages.Parameters;
import duijie.regions.Region;
import duijie.vocabulary.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an agency wants to see of the projects recommended to it, wholly told by the address.
 *
 * @param text what was typed in the search box
 * @param fit only these, or null
 * @param within only those whose deadline is at most so many days off; 0 for all
 * @param field only this service field and what lies below it, or null
 * @param region only within this division, or null
 * @param band only this amount band, or null
 * @param page from 1
 */
record RecommendationQuery(
    String text,
    @Nullable Fit fit,
    int within,
    Term.@Nullable Id field,
    Region.@Nullable Code region,
    @Nullable AmountBand band,
    int page) {

  static final String PATH = "/recommendations";
  static final List<Integer> DAYS = List.of(3, 7, 30);

  static final RecommendationQuery ALL = new RecommendationQuery("", null, 0, null, null, null, 1);

  /** Which of them. */
  enum Fit {
    INVITED("已获邀请"),
    VERIFIED("条件都已核对"),
    TO_VERIFY("有待核的条件");

    private final String label;

    Fit(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** What the parameters mean; what they get wrong is told to them. */
  static RecommendationQuery read(Parameters parameters) {
    return new RecommendationQuery(
        parameters.text("q"),
        constant(parameters, "fit", Fit.values()),
        parameters.choice("within", DAYS, 0),
        parameters.one("field").map(Term.Id::new).orElse(null),
        region(parameters),
        constant(parameters, "band", AmountBand.values()),
        parameters.number("page", 1, 1, ListQuery.LAST_PAGE));
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Parameters parameters, String name, E[] values) {
    var value = parameters.one(name);
    var found = value.flatMap(v -> Arrays.stream(values).filter(e -> e.name().equals(v)).findAny());
    if (value.isPresent() && found.isEmpty()) {
      parameters.refuse(
          name, "参数“%s”没有“%s”这个值。".formatted(name, Parameters.shortened(value.get())));
    }
    return found.orElse(null);
  }

  private static Region.@Nullable Code region(Parameters parameters) {
    var value = parameters.one("region");
    try {
      return value.map(Region.Code::new).orElse(null);
    } catch (IllegalArgumentException notACode) {
      parameters.refuse(
          "region", "没有代码为“%s”的区划。".formatted(Parameters.shortened(value.orElse(""))));
      return null;
    }
  }

  RecommendationQuery withText(String other) {
    return new RecommendationQuery(other, fit, within, field, region, band, 1);
  }

  RecommendationQuery withFit(@Nullable Fit other) {
    return new RecommendationQuery(text, other, within, field, region, band, 1);
  }

  RecommendationQuery withWithin(int other) {
    return new RecommendationQuery(text, fit, other, field, region, band, 1);
  }

  RecommendationQuery withField(Term.@Nullable Id other) {
    return new RecommendationQuery(text, fit, within, other, region, band, 1);
  }

  RecommendationQuery withRegion(Region.@Nullable Code other) {
    return new RecommendationQuery(text, fit, within, field, other, band, 1);
  }

  RecommendationQuery withBand(@Nullable AmountBand other) {
    return new RecommendationQuery(text, fit, within, field, region, other, 1);
  }

  RecommendationQuery withPage(int other) {
    return new RecommendationQuery(text, fit, within, field, region, band, other);
  }

  /** Whether anything narrows the list. */
  boolean narrowed() {
    return !equals(ALL.withPage(page));
  }

  /** The parameters that differ from the usual, in a fixed order. */
  List<Param> params() {
    var params = new ArrayList<Param>();
    add(params, "q", text.isEmpty() ? null : text);
    add(params, "fit", fit == null ? null : fit.name());
    add(params, "within", within == 0 ? null : Integer.toString(within));
    add(params, "field", field == null ? null : field.value());
    add(params, "region", region == null ? null : region.value());
    add(params, "band", band == null ? null : band.name());
    add(params, "page", page == 1 ? null : Integer.toString(page));
    return params;
  }

  private static void add(List<Param> params, String name, @Nullable String value) {
    Optional.ofNullable(value).map(v -> new Param(name, v)).ifPresent(params::add);
  }

  /** The address of the list in this state. */
  String address() {
    var pairs = params().stream().map(p -> p.name() + "=" + Addresses.encode(p.value())).toList();
    return pairs.isEmpty() ? PATH : PATH + "?" + String.join("&", pairs);
  }
}
