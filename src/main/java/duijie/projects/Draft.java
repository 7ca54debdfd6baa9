package duijie.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase project as its buyer is about to publish it: the project and what else they wrote.
 *
 * @param further the clauses of the procurement file, if there are any
 * @param scoring the items by which offers are to be scored, if there are any
 * @param intendedOn the day on which its intention was published, where it calls for agencies after
 *     one; else null
 * @param publisher what the organisation that publishes it is called, or null where that is open
 */
public record Draft(
    Project project,
    List<Clause> further,
    List<ScoringItem> scoring,
    @Nullable LocalDate intendedOn,
    @Nullable String publisher) {

  public Draft {
    further = List.copyOf(further);
    scoring = List.copyOf(scoring);
  }

  /** What its buyer wrote, where no intention came before it. */
  public Draft(Project project, List<Clause> further, List<ScoringItem> scoring) {
    this(project, further, scoring, null, null);
  }

  /** A project of which nothing else is written yet. */
  public static Draft of(Project project) {
    return new Draft(project, List.of(), List.of());
  }

  /**
   * An item by which offers are scored 评分项.
   *
   * @param points the most that can be got
   * @param price whether it is the price that is scored
   * @param standard how points are given
   */
  public record ScoringItem(
      String name, BigDecimal points, boolean price, @Nullable String standard) {}

  /** Everything that was written, in the order in which one reads it. */
  public List<Clause> clauses() {
    var clauses = new ArrayList<Clause>();
    clauses.add(new Clause(Clause.Kind.NAME, Column.NAME.label(), project.name()));
    if (project.buyer() != null) {
      clauses.add(new Clause(Clause.Kind.BUYER, Column.BUYER.label(), project.buyer()));
    }
    if (project.need() != null) {
      clauses.add(new Clause(Clause.Kind.NEED, Column.NEED.label(), project.need()));
    }
    project
        .extra()
        .forEach((head, text) -> clauses.add(new Clause(Clause.Kind.headed(head), head, text)));
    clauses.addAll(further);
    for (var item : scoring) {
      var text = item.standard() == null ? item.name() : item.name() + "：" + item.standard();
      clauses.add(new Clause(Clause.Kind.SCORING, "评分项“" + item.name() + "”", text));
    }
    return clauses;
  }
}
