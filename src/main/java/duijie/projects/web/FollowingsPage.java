package duijie.projects.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The projects that somebody follows. */
public record FollowingsPage(List<Row> rows) {

  /**
   * One of them.
   *
   * @param respondBy 响应截止时间, or null
   */
  public record Row(
      String href, String id, String title, String state, @Nullable String respondBy) {}
}
