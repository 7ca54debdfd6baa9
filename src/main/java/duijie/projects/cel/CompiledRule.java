package duijie.projects.cel;

import duijie.projects.Clause;
import duijie.projects.LintRule;
import duijie.projects.Remark;
import duijie.projects.Remark.Quote;
import duijie.projects.cel.Finder.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule ready to be applied.
 *
 * @param field the field that it looks at, or null where it looks for words
 * @param finds the words that it looks for
 * @param unless words that make it pass over what it found within them
 * @param when what must hold as well; null where nothing else must
 */
record CompiledRule(
    LintRule rule,
    @Nullable String field,
    List<Finder> finds,
    List<Finder> unless,
    @Nullable Condition when,
    Wording sentence,
    Wording suggestion) {

  /** What the rule remarks of the field that it looks at, if anything. */
  List<Remark> inField(Known known) {
    if (field == null || when == null || !when.met(known, null)) {
      return List.of();
    }
    return List.of(
        remark(field, Quote.whole(Fields.text(field, known.reading().draft())), null, known));
  }

  /** What the rule remarks of the words of a clause, in their order. */
  List<Remark> inClause(Clause clause, PlainText plain, Known known) {
    var text = plain.text();
    var exempt = found(unless, clause, text);
    var remarks = new ArrayList<Remark>();
    for (var found : apart(found(finds, clause, text))) {
      boolean doubtful =
          exempt.stream().noneMatch(found::overlaps)
              && (when == null || when.met(known, found.number()));
      if (doubtful) {
        var quote = plain.quote(found.start(), found.end());
        remarks.add(remark(clause.name(), quote, found.number(), known));
      }
    }
    return remarks;
  }

  private Remark remark(String where, Quote quote, @Nullable BigDecimal number, Known known) {
    return new Remark(
        rule,
        rule.severity(known.reading().project().regime()),
        where,
        quote,
        sentence.write(known.reading(), quote, number),
        suggestion.write(known.reading(), quote, number));
  }

  private static List<Found> found(List<Finder> finders, Clause clause, String text) {
    return finders.stream()
        .filter(finder -> finder.kinds().contains(clause.kind()))
        .flatMap(finder -> finder.in(text).stream())
        .toList();
  }

  /** What overlaps is one finding. */
  private static List<Found> apart(List<Found> all) {
    var apart = new ArrayList<Found>();
    for (var next : all.stream().sorted(Comparator.comparingInt(Found::start)).toList()) {
      if (!apart.isEmpty() && apart.getLast().overlaps(next)) {
        apart.set(apart.size() - 1, apart.getLast().with(next));
      } else {
        apart.add(next);
      }
    }
    return apart;
  }
}
