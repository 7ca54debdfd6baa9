package duijie.benchmarks;

import duijie.agencies.Agency;
import duijie.agencies.Agency.CreditStanding;
import duijie.agencies.Agency.InspectionResult;
import duijie.agencies.Agency.LicensedStaff;
import duijie.agencies.Agency.OrganisationType;
import duijie.projects.Project;
import duijie.projects.Project.PricingForm;
import duijie.projects.Project.Regime;
import duijie.projects.Project.Staffing;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.PartialDate;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Agencies and projects as they might be, with holes and oddities: a share of them in one home
 * province, the others all over the country. The same seed gives the same records.
 */
public final class GeneratedMarket {

  /** The reference date that the records are made for. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

  private static final Region.Code HOME = new Region.Code("51");

  private final Random random;
  private final Vocabulary vocabulary;
  private final double homeShare;
  private final List<Region> homeCounties;
  private final List<Region> counties;
  private final Regions regions;
  private final GeneratedText text;

  /**
   * @param homeShare the share of records in the home province, 0 to 1
   */
  public GeneratedMarket(long seed, double homeShare, Regions regions, Vocabulary vocabulary) {
    this.random = new Random(seed);
    this.text = new GeneratedText(random);
    this.vocabulary = vocabulary;
    this.homeShare = homeShare;
    this.regions = regions;
    this.counties =
        regions.provinces().stream()
            .flatMap(province -> regions.children(province.code()).stream())
            .flatMap(city -> regions.children(city.code()).stream())
            .toList();
    this.homeCounties = counties.stream().filter(county -> HOME.covers(county.code())).toList();
  }

  /** That many agencies, {@code A-0} and so on. */
  public List<Agency> agencies(int count) {
    return agencies(0, count);
  }

  /** The next agencies, numbered from {@code from} to before {@code to}. */
  public List<Agency> agencies(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::agency).toList();
  }

  /** That many projects, {@code P-0} and so on. */
  public List<Project> projects(int count) {
    return IntStream.range(0, count).mapToObj(this::project).toList();
  }

  private Agency agency(int number) {
    var home = county();
    var fields = terms(Term.Kind.SERVICE_FIELD, weighted(2, 30, 30, 20, 12, 6));
    var groups = terms(Term.Kind.TARGET_GROUP, weighted(25, 35, 25, 15));
    var methods = terms(Term.Kind.SERVICE_METHOD, weighted(35, 30, 20, 15));
    var type = maybe(0.93, () -> pick(ORGANISATIONS));
    var name =
        home.name()
            + text.tradeName()
            + (type == OrganisationType.ENTERPRISE ? "社会服务有限公司" : "社会工作服务中心");
    var grade = maybe(0.45, () -> EvaluationGrade.ofLevel(1 + weighted(10, 20, 40, 20, 10)));
    var licensed =
        new LicensedStaff(
            maybe(0.75, () -> random.nextInt(12)),
            maybe(0.75, () -> random.nextInt(8)),
            maybe(0.6, () -> weighted(80, 15, 5)));
    var capacity = maybe(0.7, () -> 2 + random.nextInt(9));
    Integer current = maybe(0.75, () -> random.nextInt(capacity == null ? 6 : capacity + 1));
    var least = maybe(0.5, () -> Money.of(10_000L * (1 + random.nextInt(20))));
    var most = maybe(0.5, () -> Money.of(100_000L * (3 + random.nextInt(30))));
    return new Agency(
        new Agency.Id("A-" + number),
        name,
        pick(STATES),
        false,
        maybe(0.9, () -> creditCode(type, home.code())),
        type,
        maybe(0.6, () -> home.name() + "民政局"),
        maybe(0.8, () -> new PartialDate(2008 + random.nextInt(18), null, null)),
        maybe(0.97, home::code),
        serviceRegions(home),
        fields,
        groups,
        methods,
        grade,
        grade == null ? null : maybe(0.7, () -> AS_OF.plusDays(random.nextInt(2000) - 500)),
        maybe(0.8, () -> 2022 + weighted(3, 7, 20, 60)),
        maybe(0.8, () -> pick(INSPECTIONS)),
        maybe(0.9, () -> pick(STANDINGS)),
        maybe(0.85, () -> 1 + random.nextInt(40)),
        licensed,
        maybe(0.7, () -> random.nextInt(20)),
        current,
        capacity,
        least,
        most,
        maybe(0.9, () -> text.profile(name, names(fields), names(groups))),
        maybe(0.7, () -> text.experience(home.name(), names(fields))),
        null,
        null,
        null,
        random.nextInt(50) == 0 ? Set.of(duijie.agencies.Column.CAPACITY) : Set.of(),
        Map.of());
  }

  private Project project(int number) {
    var county = county();
    var fields = terms(Term.Kind.SERVICE_FIELD, weighted(2, 70, 20, 8));
    var groups = terms(Term.Kind.TARGET_GROUP, weighted(20, 50, 30));
    var methods = terms(Term.Kind.SERVICE_METHOD, weighted(40, 40, 20));
    var town = regions.children(county.code());
    Region.Code region =
        switch (weighted(3, 5, 12, 50, 30)) {
          case 0 -> null;
          case 1 -> new Region.Code(county.code().value().substring(0, 2));
          case 2 -> new Region.Code(county.code().value().substring(0, 4));
          case 3 -> county.code();
          default -> town.isEmpty() ? county.code() : pick(town).code();
        };
    var title = county.name() + (fields.isEmpty() ? "社会工作" : names(fields).getFirst()) + "服务项目";
    return new Project(
        new Project.Id("P-" + number),
        title,
        Project.State.PUBLISHED,
        false,
        maybe(0.95, () -> county.name() + pick(List.of("民政局", "司法局", "残疾人联合会", "妇女联合会"))),
        region,
        fields,
        groups,
        methods,
        maybe(0.97, () -> text.need(title, names(fields), names(groups), names(methods))),
        maybe(0.8, () -> Money.of(1_000L * (5 + random.nextInt(weighted(50, 40, 10) * 900 + 200)))),
        maybe(0.3, () -> Money.of(1_000L * (5 + random.nextInt(600)))),
        maybe(0.8, () -> pick(List.of(6, 12, 12, 12, 24, 36))),
        maybe(0.8, () -> pick(Arrays.asList(Regime.values()))),
        null,
        maybe(0.6, () -> pick(Arrays.asList(PricingForm.values()))),
        new Staffing(
            maybe(0.3, () -> 1 + random.nextInt(8)),
            maybe(0.25, () -> 1 + random.nextInt(5)),
            maybe(0.15, () -> BigDecimal.valueOf(10L * (1 + random.nextInt(8)))),
            maybe(0.2, () -> 1 + random.nextInt(6))),
        maybe(0.2, () -> EvaluationGrade.ofLevel(1 + weighted(10, 20, 60, 10))),
        random.nextInt(4) == 0,
        random.nextInt(8) == 0,
        random.nextInt(12) == 0,
        maybe(0.95, () -> AS_OF.minusDays(random.nextInt(200))),
        null,
        null,
        null,
        null,
        random.nextInt(40) == 0 ? Set.of(duijie.projects.Column.MINIMUM_GRADE) : Set.of(),
        Map.of());
  }

  private static final List<OrganisationType> ORGANISATIONS =
      shares(
          Map.of(
              OrganisationType.PRIVATE_NON_ENTERPRISE, 80,
              OrganisationType.ASSOCIATION, 8,
              OrganisationType.FOUNDATION, 2,
              OrganisationType.ENTERPRISE, 8,
              OrganisationType.PUBLIC_INSTITUTION, 2));

  private static final List<Agency.State> STATES =
      shares(
          Map.of(
              Agency.State.VERIFIED, 92,
              Agency.State.SUBMITTED, 3,
              Agency.State.SUSPENDED, 3,
              Agency.State.DEREGISTERED, 2));

  private static final List<InspectionResult> INSPECTIONS =
      shares(
          Map.of(
              InspectionResult.PASSED, 85,
              InspectionResult.BASICALLY_PASSED, 12,
              InspectionResult.FAILED, 3));

  private static final List<CreditStanding> STANDINGS =
      shares(
          Map.of(
              CreditStanding.NORMAL, 95,
              CreditStanding.ABNORMAL, 4,
              CreditStanding.SERIOUSLY_ILLEGAL, 1));

  private static <E extends Enum<E>> List<E> shares(Map<E, Integer> shares) {
    return shares.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(share -> java.util.Collections.nCopies(share.getValue(), share.getKey()).stream())
        .toList();
  }

  private Region county() {
    return pick(random.nextDouble() < homeShare ? homeCounties : counties);
  }

  /** Mostly the county itself or its city, sometimes the province, several divisions, or a hole. */
  private Set<Region.Code> serviceRegions(Region home) {
    var digits = home.code().value();
    return switch (weighted(5, 30, 35, 20, 7, 2, 1)) {
      case 0 -> Set.of();
      case 1 -> Set.of(home.code());
      case 2 -> Set.of(new Region.Code(digits.substring(0, 4)));
      case 3 -> Set.of(new Region.Code(digits.substring(0, 2)));
      case 4 -> new TreeSet<>(List.of(home.code(), county().code(), county().code()));
      case 5 -> {
        var towns = regions.children(home.code());
        yield towns.isEmpty() ? Set.of(home.code()) : Set.of(pick(towns).code());
      }
      default ->
          regions.provinces().stream().map(Region::code).collect(Collectors.toUnmodifiableSet());
    };
  }

  private Set<Term.Id> terms(Term.Kind kind, int count) {
    var all = vocabulary.terms(kind);
    var chosen = new LinkedHashSet<Term.Id>();
    for (int i = 0; i < count; i++) {
      chosen.add(pick(all).id());
    }
    return chosen;
  }

  private List<String> names(Set<Term.Id> ids) {
    return ids.stream().map(id -> vocabulary.find(id).orElseThrow().name()).toList();
  }

  private CreditCode creditCode(@Nullable OrganisationType type, Region.Code county) {
    var start = type == OrganisationType.ENTERPRISE ? "91" : "52";
    var body = new StringBuilder(start).append(county.value()).append("MJ");
    while (body.length() < 17) {
      body.append((char) ('0' + random.nextInt(10)));
    }
    return new CreditCode(body.toString() + CreditCode.checkDigit(body.toString()).orElseThrow());
  }

  private <T> @Nullable T maybe(double chance, Supplier<T> value) {
    return random.nextDouble() < chance ? value.get() : null;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A number from 0, as often as its weight says. */
  private int weighted(int... weights) {
    int drawn = random.nextInt(Arrays.stream(weights).sum());
    for (int i = 0; ; i++) {
      drawn -= weights[i];
      if (drawn < 0) {
        return i;
      }
    }
  }
}
