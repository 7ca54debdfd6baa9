package duijie.agencies;

import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.PartialDate;
import duijie.vocabulary.Term;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between an agency and the answers of its profile. */
@Singleton
public final class ProfileFacts {

  private final ProfileReading reading;
  private final Regions regions;

  ProfileFacts(ProfileReading reading, Regions regions) {
    this.reading = reading;
    this.regions = regions;
  }

  /** The agency as these answers have it. */
  public Agency applied(Agency base, Answers answers) {
    var name = value(String.class, Column.NAME, answers);
    return new Agency(
        base.id(),
        name == null ? base.name() : name,
        base.state(),
        base.demonstration(),
        value(CreditCode.class, Column.CREDIT_CODE, answers),
        value(Agency.OrganisationType.class, Column.TYPE, answers),
        value(String.class, Column.REGISTRAR, answers),
        value(PartialDate.class, Column.FOUNDED, answers),
        value(Region.Code.class, Column.REGISTERED_REGION, answers),
        values(Region.Code.class, Column.SERVICE_REGIONS, answers),
        values(Term.Id.class, Column.FIELDS, answers),
        values(Term.Id.class, Column.TARGET_GROUPS, answers),
        values(Term.Id.class, Column.METHODS, answers),
        value(EvaluationGrade.class, Column.GRADE, answers),
        value(LocalDate.class, Column.GRADE_VALID_UNTIL, answers),
        value(Integer.class, Column.INSPECTION_YEAR, answers),
        value(Agency.InspectionResult.class, Column.INSPECTION_RESULT, answers),
        value(Agency.CreditStanding.class, Column.CREDIT_STANDING, answers),
        value(Integer.class, Column.FULL_TIME_STAFF, answers),
        new Agency.LicensedStaff(
            value(Integer.class, Column.ASSISTANTS, answers),
            value(Integer.class, Column.SOCIAL_WORKERS, answers),
            value(Integer.class, Column.SENIORS, answers)),
        value(Integer.class, Column.HEAD_YEARS, answers),
        value(Integer.class, Column.CURRENT_PROJECTS, answers),
        value(Integer.class, Column.CAPACITY, answers),
        value(Money.class, Column.MINIMUM_AMOUNT, answers),
        value(Money.class, Column.MAXIMUM_AMOUNT, answers),
        value(String.class, Column.PROFILE, answers),
        value(String.class, Column.EXPERIENCE, answers),
        value(String.class, Column.CONTACT, answers),
        value(String.class, Column.PHONE, answers),
        base.source(),
        Set.of(),
        base.extra());
  }

  private <T> @Nullable T value(Class<T> type, Column column, Answers answers) {
    return reading.read(column, answers) instanceof Read.Value<?> read
        ? type.cast(read.value())
        : null;
  }

  private <T> Set<T> values(Class<T> type, Column column, Answers answers) {
    return reading.read(column, answers) instanceof Read.Value<?> read
            && read.value() instanceof Collection<?> all
        ? all.stream().map(type::cast).collect(Collectors.toSet())
        : Set.of();
  }

  /** What the agency's facts look like filled in. */
  public Answers answers(Agency agency) {
    var answers = new EnumMap<Column, List<String>>(Column.class);
    var licensed = agency.licensed();
    put(answers, Column.NAME, agency.name());
    put(answers, Column.CREDIT_CODE, agency.creditCode());
    put(answers, Column.TYPE, name(agency.type()));
    put(answers, Column.REGISTRAR, agency.registrar());
    put(answers, Column.FOUNDED, agency.founded());
    put(answers, Column.REGISTERED_REGION, place(agency.registeredRegion()));
    var places = agency.serviceRegions().stream().map(regions::pathName).toList();
    put(answers, Column.SERVICE_REGIONS, places.isEmpty() ? null : String.join("\n", places));
    answers.put(Column.FIELDS, terms(agency.fields()));
    answers.put(Column.TARGET_GROUPS, terms(agency.targetGroups()));
    answers.put(Column.METHODS, terms(agency.methods()));
    put(answers, Column.GRADE, name(agency.grade()));
    put(answers, Column.GRADE_VALID_UNTIL, agency.gradeValidUntil());
    put(answers, Column.INSPECTION_YEAR, agency.inspectionYear());
    put(answers, Column.INSPECTION_RESULT, name(agency.inspectionResult()));
    put(answers, Column.CREDIT_STANDING, name(agency.creditStanding()));
    put(answers, Column.FULL_TIME_STAFF, agency.fullTimeStaff());
    put(answers, Column.ASSISTANTS, licensed.assistants());
    put(answers, Column.SOCIAL_WORKERS, licensed.socialWorkers());
    put(answers, Column.SENIORS, licensed.seniors());
    put(answers, Column.HEAD_YEARS, agency.headYears());
    put(answers, Column.CURRENT_PROJECTS, agency.currentProjects());
    put(answers, Column.CAPACITY, agency.capacity());
    put(answers, Column.MINIMUM_AMOUNT, amount(agency.minimumAmount()));
    put(answers, Column.MAXIMUM_AMOUNT, amount(agency.maximumAmount()));
    put(answers, Column.PROFILE, agency.profile());
    put(answers, Column.EXPERIENCE, agency.experience());
    put(answers, Column.CONTACT, agency.contact());
    put(answers, Column.PHONE, agency.phone());
    return new Answers(answers);
  }

  private static void put(
      Map<Column, List<String>> answers, Column column, @Nullable Object value) {
    if (value != null) {
      answers.put(column, List.of(value.toString()));
    }
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private @Nullable String place(Region.@Nullable Code code) {
    return code == null ? null : regions.pathName(code);
  }

  private static @Nullable String amount(@Nullable Money money) {
    return money == null ? null : money.plain();
  }

  private static List<String> terms(Set<Term.Id> terms) {
    return terms.stream().map(Term.Id::value).sorted().toList();
  }
}
