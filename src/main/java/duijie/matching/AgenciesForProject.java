package duijie.matching;

import duijie.agencies.Agency;
import duijie.shared.CreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The agencies as one project sees them.
 *
 * @param terms the project's own text, asked for past the cap alone
 */
record AgenciesForProject(
    RuleBook book,
    ProjectFacts project,
    LocalDate asOf,
    Map<Agency.Id, AgencyFacts> known,
    CandidateIndex index,
    Filter filter,
    Supplier<List<String>> terms)
    implements Partners<AgencyFacts, Agency> {

  /** By credit code, blank last, then by name; by id where even these are the same. */
  private static final Comparator<AgencyFacts> ORDER =
      Comparator.comparing(
          AgencyFacts::agency,
          Comparator.comparing(
                  Agency::creditCode, Comparator.nullsLast(Comparator.<CreditCode>naturalOrder()))
              .thenComparing(Agency::name)
              .thenComparing(Agency::id));

  @Override
  public Collection<AgencyFacts> all() {
    return known.values();
  }

  @Override
  public List<AgencyFacts> candidates() {
    return facts(index.agencies(filter));
  }

  @Override
  public List<AgencyFacts> nearest(int limit) {
    return facts(index.nearestAgencies(filter, terms.get(), limit));
  }

  private List<AgencyFacts> facts(List<Agency.Id> ids) {
    var facts = new ArrayList<AgencyFacts>(ids.size());
    for (var id : ids) {
      var one = known.get(id);
      if (one != null) {
        facts.add(one);
      }
    }
    return facts;
  }

  @Override
  public Verdict[] verdicts(AgencyFacts agency) {
    return book.verdicts(project, agency, asOf);
  }

  @Override
  public double[] values(AgencyFacts agency) {
    return book.values(project, agency, asOf);
  }

  @Override
  public Assessment assess(AgencyFacts agency) {
    return book.assess(project, agency, asOf);
  }

  @Override
  public List<Finding> failures(AgencyFacts agency) {
    return book.failures(project, agency, asOf);
  }

  @Override
  public Agency unwrap(AgencyFacts agency) {
    return agency.agency();
  }

  @Override
  public Comparator<AgencyFacts> order() {
    return ORDER;
  }
}
