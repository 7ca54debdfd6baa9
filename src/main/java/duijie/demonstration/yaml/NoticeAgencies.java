package duijie.demonstration.yaml;

import duijie.agencies.Agency;
import duijie.regions.Region;
import duijie.shared.EvaluationGrade;
import duijie.vocabulary.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Agencies that really exist, as far as public pages told. Much of them is not known. */
record NoticeAgencies(Words words) {

  /** How the notes mark an agency whose region is that of its project. */
  private static final String REGION_OF_PROJECT = "地区取项目所在地";

  List<Agency> all() {
    return Entry.of("notices-agencies.json").stream().map(this::agency).toList();
  }

  private Agency agency(Entry entry) {
    var name = entry.requiredText("name");
    var region = words.region(entry.part("region"));
    boolean served = entry.textOr("notes", "").contains(REGION_OF_PROJECT);
    var experience = String.join("；", entry.texts("past_projects"));
    return new Agency(
        new Agency.Id(entry.requiredText("id")),
        name,
        Agency.State.VERIFIED,
        false,
        null,
        type(name),
        null,
        Words.date(entry.text("founded")),
        served ? null : region,
        served && region != null ? Set.<Region.Code>of(region) : Set.of(),
        words.terms(Term.Kind.SERVICE_FIELD, entry.texts("service_fields")),
        words.mentioned(Term.Kind.TARGET_GROUP, experience),
        words.mentioned(Term.Kind.SERVICE_METHOD, experience),
        entry.choice("evaluation_grade", EvaluationGrade.class, EvaluationGrade::label),
        null,
        null,
        null,
        null,
        null,
        Agency.LicensedStaff.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        experience.isEmpty() ? null : experience,
        null,
        null,
        NoticeProjects.source(entry),
        Set.of(),
        Map.of());
  }

  /** Only what a name says for certain; most agencies' names leave it open. */
  private static Agency.@Nullable OrganisationType type(String name) {
    if (name.endsWith("公司")) {
      return Agency.OrganisationType.ENTERPRISE;
    }
    if (name.endsWith("基金会")) {
      return Agency.OrganisationType.FOUNDATION;
    }
    return name.endsWith("协会") || name.endsWith("促进会") ? Agency.OrganisationType.ASSOCIATION : null;
  }
}
