package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.vocabulary.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agency or a project is filtered by.
 *
 * @param keywords exact values by field, for {@link Filter.Test.HasAny}
 * @param numbers one number a field, for {@link Filter.Test.Between}
 */
public record FilterFields(Map<String, Set<String>> keywords, Map<String, Long> numbers) {

  /** What every agency is filtered by, and nothing else. */
  public static final Names OF_AGENCIES =
      new Names(
          Set.of(
              IndexField.STATE,
              IndexField.CREDIT,
              IndexField.TYPE,
              IndexField.FIELDS,
              IndexField.SERVES,
              IndexField.REGION,
              IndexField.INSPECTION,
              IndexField.FREE),
          Set.of(
              IndexField.INSPECTION_YEAR,
              IndexField.GRADE,
              IndexField.GRADE_UNTIL,
              IndexField.LICENSED,
              IndexField.HEAD_YEARS,
              IndexField.STAFF,
              IndexField.TAKES_FROM,
              IndexField.TAKES_TO));

  /** What every project is filtered by, and nothing else. */
  public static final Names OF_PROJECTS =
      new Names(
          Set.of(
              IndexField.FIELDS,
              IndexField.REGION,
              IndexField.LOCAL_TO,
              IndexField.INSPECTION,
              IndexField.SMALL_FIRMS),
          Set.of(
              IndexField.GRADE,
              IndexField.LICENSED,
              IndexField.HEAD_YEARS,
              IndexField.STAFF,
              IndexField.AMOUNT,
              IndexField.OPEN_UNTIL));

  public FilterFields {
    keywords = Map.copyOf(keywords);
    numbers = Map.copyOf(numbers);
  }

  /** The names of the fields. */
  public record Names(Set<String> keywords, Set<String> numbers) {}

  /** What the agency is filtered by. */
  public static FilterFields of(Agency agency) {
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
    return new FilterFields(keywords, numbers);
  }

  /** What the project is filtered by. */
  public static FilterFields of(Project project) {
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
    numbers.put(
        IndexField.OPEN_UNTIL,
        project.openUntil().map(IndexField::second).orElse(IndexField.NEVER_OPEN));
    return new FilterFields(keywords, numbers);
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
