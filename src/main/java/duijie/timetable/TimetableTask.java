package duijie.timetable;

import java.util.List;

/**
 * What a timetable is made from. {@link TaskCheck} says what is wrong with one.
 *
 * @param slots how many meetings can follow each other
 * @param tables how many can be held at once
 */
public record TimetableTask(
    int slots, int tables, List<Party> projects, List<Party> agencies, List<Pair> pairs) {

  public TimetableTask {
    projects = List.copyOf(projects);
    agencies = List.copyOf(agencies);
    pairs = List.copyOf(pairs);
  }

  /** Whether each project has a table of its own all day, and agencies go from table to table. */
  public boolean hasFixedSeats() {
    return tables >= projects.size();
  }

  TimetableTask withPairs(List<Pair> others) {
    return new TimetableTask(slots, tables, projects, agencies, others);
  }
}
