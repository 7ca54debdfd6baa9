package duijie.demonstration.yaml;

import duijie.agencies.Agency;
import duijie.demonstration.FictitiousCode;
import duijie.regions.Region;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.vocabulary.Term;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The invented agencies in and around the home county. */
record HomeAgencies(Words words) {

  List<Agency> of(LocalDate day) {
    var entries = Entry.of("home-agencies.yml");
    var agencies = new ArrayList<Agency>();
    for (int i = 0; i < entries.size(); i++) {
      agencies.add(agency(entries.get(i), i + 1, day));
    }
    return agencies;
  }

  private Agency agency(Entry entry, int number, LocalDate day) {
    return new Agency(
        new Agency.Id(entry.requiredText("id")),
        entry.requiredText("name"),
        Agency.State.valueOf(entry.textOr("state", "VERIFIED")),
        true,
        code(entry.text("code"), number),
        entry.choice("type", Agency.OrganisationType.class, Agency.OrganisationType::label),
        entry.text("registrar"),
        Words.date(entry.text("founded")),
        words.region(entry.requiredText("registered")),
        regions(entry.texts("serves")),
        words.terms(Term.Kind.SERVICE_FIELD, entry.texts("fields")),
        words.listed(Term.Kind.TARGET_GROUP, entry.text("groups")),
        words.listed(Term.Kind.SERVICE_METHOD, entry.text("methods")),
        entry.choice("grade", EvaluationGrade.class, EvaluationGrade::label),
        HomeProjects.after(day, entry.whole("grade-until")),
        inspectionYear(day, entry.whole("inspected")),
        entry.choice("result", Agency.InspectionResult.class, Agency.InspectionResult::label),
        entry.choice("credit", Agency.CreditStanding.class, Agency.CreditStanding::label),
        entry.whole("staff"),
        new Agency.LicensedStaff(
            entry.item("licensed", 0), entry.item("licensed", 1), entry.item("licensed", 2)),
        entry.whole("head-years"),
        entry.item("projects", 0),
        entry.item("projects", 1),
        HomeProjects.money(entry.item("amounts", 0)),
        HomeProjects.money(entry.item("amounts", 1)),
        entry.text("profile"),
        entry.text("experience"),
        null,
        null,
        HomeProjects.SOURCE,
        Set.of(),
        Map.of());
  }

  private static @Nullable CreditCode code(@Nullable String kind, int number) {
    return kind == null ? null : FictitiousCode.of(kind, number);
  }

  private Set<Region.Code> regions(List<String> paths) {
    return paths.stream()
        .map(path -> Objects.requireNonNull(words.region(path), path))
        .collect(Collectors.toSet());
  }

  /**
   * The year of the inspection that is due: last year's from June on, the year before until then.
   */
  private static @Nullable Integer inspectionYear(LocalDate day, @Nullable Integer yearsAfterDue) {
    if (yearsAfterDue == null) {
      return null;
    }
    int due = day.getMonth().compareTo(Month.JUNE) >= 0 ? day.getYear() - 1 : day.getYear() - 2;
    return due + yearsAfterDue;
  }
}
