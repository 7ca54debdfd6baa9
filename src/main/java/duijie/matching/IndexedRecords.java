package duijie.matching;

import duijie.agencies.Agency;
import duijie.matching.SearchPage.Facet;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says how agencies and projects are indexed. Contact persons and phones are not searched by: the
 * public lists do not show them.
 */
public final class IndexedRecords {

  private static final int LATEST = 99_999_999;

  private final TextAnalysis analysis;
  private final Regions regions;
  private final Vocabulary vocabulary;

  public IndexedRecords(TextAnalysis analysis, Regions regions, Vocabulary vocabulary) {
    this.analysis = analysis;
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  /** The agency as it is indexed. */
  public IndexedRecord of(Agency agency) {
    var keywords = new HashMap<String, Set<String>>();
    keywords.put(IndexField.STATE, Set.of(agency.state().name()));
    keywords.put(IndexField.CREDIT, nameOf(agency.creditStanding()));
    keywords.put(IndexField.TYPE, nameOf(agency.type()));
    keywords.put(
        IndexField.FIELDS,
        fields(agency.fields(), agency.unreadable().contains(duijie.agencies.Column.FIELDS)));
    keywords.put(
        IndexField.SERVES,
        orUnknown(
            IndexField.regions(agency.serviceRegions()),
            agency.unreadable().contains(duijie.agencies.Column.SERVICE_REGIONS)));
    keywords.put(IndexField.REGION, IndexField.regions(setOf(agency.registeredRegion())));
    keywords.put(
        IndexField.INSPECTION,
        nameOf(agency.inspectionYear() == null ? null : agency.inspectionResult()));
    keywords.put(IndexField.FREE, Set.of(IndexField.free(agency)));
    var numbers = new HashMap<String, Long>();
    numbers.put(IndexField.INSPECTION_YEAR, told(agency.inspectionYear()));
    numbers.put(IndexField.GRADE, told(agency.grade() == null ? null : agency.grade().level()));
    numbers.put(
        IndexField.GRADE_UNTIL,
        agency.grade() == null || agency.gradeValidUntil() == null
            ? Long.MAX_VALUE
            : agency.gradeValidUntil().toEpochDay());
    numbers.put(
        IndexField.LICENSED,
        agency.licensed().complete() ? agency.licensed().atLeast() : Long.MAX_VALUE);
    numbers.put(IndexField.HEAD_YEARS, told(agency.headYears()));
    numbers.put(IndexField.STAFF, told(agency.fullTimeStaff()));
    numbers.put(
        IndexField.TAKES_FROM,
        agency.minimumAmount() == null ? 0 : IndexField.fen(agency.minimumAmount()));
    numbers.put(
        IndexField.TAKES_TO,
        agency.maximumAmount() == null ? Long.MAX_VALUE : IndexField.fen(agency.maximumAmount()));
    var facets =
        Map.of(
            Facet.REGION, regionFacet(agency.registeredRegion()),
            Facet.FIELD, fieldFacet(agency.fields()),
            Facet.STATE, Set.of(agency.state().name()),
            Facet.AMOUNT, bands(agency.minimumAmount(), agency.maximumAmount()));
    var nameTerms = analysis.terms(agency.name());
    var terms = new ArrayList<>(nameTerms);
    addTerms(terms, agency.profile());
    addTerms(terms, agency.experience());
    addTerms(terms, agency.registrar());
    addTerms(terms, agency.creditCode() == null ? null : agency.creditCode().value());
    addRegion(terms, agency.registeredRegion());
    agency.serviceRegions().forEach(region -> addRegion(terms, region));
    addNames(terms, agency.fields());
    addNames(terms, agency.targetGroups());
    addNames(terms, agency.methods());
    return new IndexedRecord(
        agency.id().value(), keywords, numbers, facets, nameTerms, terms, agency.name());
  }

  /** The project as it is indexed. */
  public IndexedRecord of(Project project) {
    var keywords = new HashMap<String, Set<String>>();
    keywords.put(
        IndexField.FIELDS,
        fields(project.fields(), project.unreadable().contains(duijie.projects.Column.FIELDS)));
    keywords.put(IndexField.REGION, IndexField.regions(setOf(project.region())));
    keywords.put(
        IndexField.LOCAL_TO,
        IndexField.regions(
            project.demandsLocalRegistration() && project.region() != null
                ? Set.of(IndexField.county(project.region()))
                : Set.of()));
    keywords.put(IndexField.INSPECTION, demanded(project.demandsAnnualInspection()));
    keywords.put(IndexField.SMALL_FIRMS, demanded(project.smallFirmsOnly()));
    var numbers = new HashMap<String, Long>();
    numbers.put(
        IndexField.GRADE,
        least(project.minimumGrade() == null ? null : project.minimumGrade().level()));
    numbers.put(IndexField.LICENSED, least(project.staffing().licensed()));
    numbers.put(IndexField.HEAD_YEARS, least(project.staffing().headYears()));
    numbers.put(IndexField.STAFF, least(project.staffing().headcount()));
    numbers.put(
        IndexField.AMOUNT,
        project.budget() == null ? IndexField.NO_AMOUNT : IndexField.fen(project.budget()));
    var facets =
        Map.of(
            Facet.REGION, regionFacet(project.region()),
            Facet.FIELD, fieldFacet(project.fields()),
            Facet.STATE, Set.of(project.state().name()),
            Facet.AMOUNT, Set.of(AmountBand.of(project.budget()).name()));
    var nameTerms = analysis.terms(project.name());
    var terms = new ArrayList<>(nameTerms);
    addTerms(terms, project.id().value());
    addTerms(terms, project.buyer());
    addTerms(terms, project.need());
    addTerms(terms, project.procurementMethod());
    addRegion(terms, project.region());
    addNames(terms, project.fields());
    addNames(terms, project.targetGroups());
    addNames(terms, project.methods());
    return new IndexedRecord(
        project.id().value(), keywords, numbers, facets, nameTerms, terms, newestFirst(project));
  }

  private static String newestFirst(Project project) {
    var day = project.publishedOn();
    int written =
        day == null ? 0 : day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    return String.format(Locale.ROOT, "%08d", LATEST - written);
  }

  private static Set<String> fields(Set<Term.Id> fields, boolean unreadable) {
    return orUnknown(
        fields.stream().map(Term.Id::value).collect(Collectors.toSet()),
        unreadable || fields.isEmpty());
  }

  private static Set<String> orUnknown(Set<String> keywords, boolean unknown) {
    var all = new TreeSet<>(keywords);
    if (unknown) {
      all.add(IndexField.UNKNOWN);
    }
    return all;
  }

  private static long told(@Nullable Integer count) {
    return count == null ? Long.MAX_VALUE : count;
  }

  private static long least(@Nullable Integer demanded) {
    return demanded == null ? Long.MIN_VALUE : demanded;
  }

  private Set<String> fieldFacet(Set<Term.Id> fields) {
    var values = new TreeSet<String>();
    for (var field : fields) {
      values.add(field.value());
      vocabulary.ancestors(field).forEach(wider -> values.add(wider.value()));
    }
    return values;
  }

  private static Set<String> regionFacet(Region.@Nullable Code code) {
    var values = new TreeSet<String>();
    if (code != null) {
      values.add(code.value());
      IndexField.wider(code).forEach(wider -> values.add(wider.value()));
    }
    return values;
  }

  /** Every band of which an agency takes some amount. */
  private static Set<String> bands(@Nullable Money from, @Nullable Money to) {
    if (from == null && to == null) {
      return Set.of(AmountBand.UNKNOWN.name());
    }
    int first = from == null ? AmountBand.BELOW_100K.ordinal() : AmountBand.of(from).ordinal();
    int last = to == null ? AmountBand.FROM_2M.ordinal() : AmountBand.of(to).ordinal();
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> AmountBand.values()[i].name())
        .collect(Collectors.toSet());
  }

  private void addTerms(Collection<String> terms, @Nullable String text) {
    if (text != null) {
      terms.addAll(analysis.terms(text));
    }
  }

  private void addRegion(Collection<String> terms, Region.@Nullable Code code) {
    if (code != null) {
      addTerms(terms, regions.pathName(code));
    }
  }

  private void addNames(Collection<String> terms, Set<Term.Id> ids) {
    for (var id : ids) {
      vocabulary.find(id).ifPresent(term -> addTerms(terms, term.name()));
    }
  }

  private static Set<String> nameOf(@Nullable Enum<?> value) {
    return Set.of(value == null ? IndexField.UNKNOWN : value.name());
  }

  private static Set<String> demanded(boolean demanded) {
    return Set.of(demanded ? IndexField.YES : IndexField.NO);
  }

  private static <T> Set<T> setOf(@Nullable T value) {
    return value == null ? Set.of() : Set.of(value);
  }
}
