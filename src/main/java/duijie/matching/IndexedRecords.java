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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    var text = new Text(agency.name());
    text.add(agency.profile());
    text.add(agency.experience());
    text.add(agency.registrar());
    text.add(agency.creditCode() == null ? null : agency.creditCode().value());
    text.addRegion(agency.registeredRegion());
    agency.serviceRegions().forEach(text::addRegion);
    text.addNames(agency.fields());
    text.addNames(agency.targetGroups());
    text.addNames(agency.methods());
    return new IndexedRecord(
        agency.id().value(),
        FilterFields.of(agency),
        facets(agency),
        text.ofName(),
        text.ofAll(),
        order(agency));
  }

  /** The values of each of the agency's facets, wider ones included. */
  Map<Facet, Set<String>> facets(Agency agency) {
    return Map.of(
        Facet.REGION, regionFacet(agency.registeredRegion()),
        Facet.FIELD, fieldFacet(agency.fields()),
        Facet.STATE, Set.of(agency.state().name()),
        Facet.AMOUNT, bands(agency.minimumAmount(), agency.maximumAmount()));
  }

  /** Agencies are listed by name. */
  static String order(Agency agency) {
    return PinyinOrder.key(agency.name());
  }

  /** The project as it is indexed. */
  public IndexedRecord of(Project project) {
    var text = new Text(project.name());
    text.add(project.id().value());
    text.add(project.buyer());
    text.add(project.need());
    text.add(project.procurementMethod());
    text.addRegion(project.region());
    text.addNames(project.fields());
    text.addNames(project.targetGroups());
    text.addNames(project.methods());
    return new IndexedRecord(
        project.id().value(),
        FilterFields.of(project),
        facets(project),
        text.ofName(),
        text.ofAll(),
        order(project));
  }

  /** The values of each of the project's facets, wider ones included. */
  Map<Facet, Set<String>> facets(Project project) {
    return Map.of(
        Facet.REGION, regionFacet(project.region()),
        Facet.FIELD, fieldFacet(project.fields()),
        Facet.STATE, Set.of(project.state().name()),
        Facet.AMOUNT, Set.of(AmountBand.of(project.budget()).name()));
  }

  /** Projects are listed newest first. */
  static String order(Project project) {
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

  /** What a record is searched by: the terms of its texts, and once each the marks of them all. */
  private final class Text {

    private final List<String> nameTerms;
    private final List<String> terms;
    private final Set<String> nameMarks;
    private final Set<String> marks;

    Text(String name) {
      nameTerms = analysis.terms(name);
      nameMarks = analysis.marks(name);
      terms = new ArrayList<>(nameTerms);
      marks = new LinkedHashSet<>(nameMarks);
    }

    void add(@Nullable String text) {
      if (text != null) {
        terms.addAll(analysis.terms(text));
        marks.addAll(analysis.marks(text));
      }
    }

    void addRegion(Region.@Nullable Code code) {
      if (code != null) {
        add(regions.pathName(code));
      }
    }

    void addNames(Set<Term.Id> ids) {
      ids.forEach(id -> vocabulary.find(id).ifPresent(term -> add(term.name())));
    }

    List<String> ofName() {
      return Stream.concat(nameTerms.stream(), nameMarks.stream()).toList();
    }

    List<String> ofAll() {
      return Stream.concat(terms.stream(), marks.stream()).toList();
    }
  }
}
