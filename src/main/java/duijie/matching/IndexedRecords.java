package duijie.matching;

import duijie.agencies.Agency;
import duijie.matching.SearchPage.Facet;
import duijie.projects.Project;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.Money;
import duijie.vocabulary.PinyinOrder;
import duijie.vocabulary.Term;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
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
        agency.id().value(),
        FilterFields.of(agency),
        facets,
        nameTerms,
        terms,
        PinyinOrder.key(agency.name()));
  }

  /** The project as it is indexed. */
  public IndexedRecord of(Project project) {
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
        project.id().value(),
        FilterFields.of(project),
        facets,
        nameTerms,
        terms,
        newestFirst(project));
  }

  private static String newestFirst(Project project) {
    var day = project.publishedOn();
    int written =
        day == null ? 0 : day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    return String.format(Locale.ROOT, "%08d", LATEST - written);
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
}
