package duijie.matching

import duijie.vocabulary.Vocabulary
import java.time.LocalDate

/** A book without one of its rules, or with that rule written otherwise so that it lets all pass. */
class AlteredBook implements RuleBook {

  private final RuleBook book
  private final int place
  private final boolean removed

  static AlteredBook without(RuleBook book, String rule) {
    new AlteredBook(book, rule, true)
  }

  static AlteredBook passingAll(RuleBook book, String rule) {
    new AlteredBook(book, rule, false)
  }

  private AlteredBook(RuleBook book, String rule, boolean removed) {
    this.book = book
    this.place = book.eligibility()*.id().indexOf(rule)
    this.removed = removed
    assert place >= 0: "no rule $rule in the book"
  }

  @Override
  String version() {
    "${book.version()}-$place-$removed"
  }

  @Override
  Vocabulary vocabulary() {
    book.vocabulary()
  }

  @Override
  Facts facts() {
    book.facts()
  }

  @Override
  List<Rule.Eligibility> eligibility() {
    def rules = new ArrayList<>(book.eligibility())
    def rule = rules.remove(place)
    if (!removed) {
      rules.add(place, new Rule.Eligibility(rule.id(), rule.name(), 'true', rule.source()))
    }
    rules
  }

  @Override
  List<Rule.Criterion> criteria() {
    book.criteria()
  }

  @Override
  Verdict[] verdicts(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    def verdicts = book.verdicts(project, agency, asOf)
    verdicts[place] = Verdict.PASS
    verdicts
  }

  @Override
  double[] values(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    book.values(project, agency, asOf)
  }

  @Override
  Assessment assess(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    book.assess(project, agency, asOf)
  }

  @Override
  List<Finding> failures(ProjectFacts project, AgencyFacts agency, LocalDate asOf) {
    def failures = book.failures(project, agency, asOf)
    failures.findAll { it.rule() != book.eligibility()[place].id() }
  }

  @Override
  Judge<AgencyFacts> judge(ProjectFacts project, LocalDate asOf) {
    new PairByPair<AgencyFacts>({ AgencyFacts agency -> [project, agency, asOf] })
  }

  @Override
  Judge<ProjectFacts> judge(AgencyFacts agency, LocalDate asOf) {
    new PairByPair<ProjectFacts>({ ProjectFacts project -> [project, agency, asOf] })
  }

  /** Asks this book about each pair by itself. */
  private class PairByPair<F> implements Judge<F> {

    private final Closure<List> pairOf

    PairByPair(Closure<List> pairOf) {
      this.pairOf = pairOf
    }

    @Override
    Verdict eligibility(F partner) {
      AlteredBook.this.verdicts(*pairOf(partner)).inject(Verdict.PASS) { together, one -> together.and(one) }
    }

    @Override
    double[] values(F partner) {
      AlteredBook.this.values(*pairOf(partner))
    }

    @Override
    Assessment assess(F partner) {
      AlteredBook.this.assess(*pairOf(partner))
    }

    @Override
    List<Finding> failures(F partner) {
      AlteredBook.this.failures(*pairOf(partner))
    }

    @Override
    int unknown(F partner) {
      AlteredBook.this.verdicts(*pairOf(partner)).count(Verdict.UNKNOWN) as int
    }
  }
}
