package duijie.projects;

import java.util.ArrayList;
import java.util.List;

/**
 * What a publication amounts to.
 *
 * @param remarks what the lint says of it; nothing where it has no name yet
 * @param missing columns that have to be filled in and are not
 * @param review what there is to say of it as an amendment
 */
public record Inspection(
    TypedProjects.Understood understood,
    List<Remark> remarks,
    List<Column> missing,
    Amendments.Review review) {

  /** What keeps it from being submitted, one sentence each. */
  public List<String> obstacles() {
    var obstacles = new ArrayList<String>();
    missing.forEach(column -> obstacles.add("“" + column.label() + "”还没有填。"));
    understood.doubts().stream()
        .filter(doubt -> doubt.lost() && !missing.contains(doubt.column()))
        .forEach(doubt -> obstacles.add(doubt.sentence()));
    remarks.stream()
        .filter(Remark::blocking)
        .forEach(r -> obstacles.add(r.where() + "：" + r.sentence()));
    obstacles.addAll(review.obstacles());
    return List.copyOf(obstacles);
  }
}
