package duijie.sessions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saying that somebody has come, after a code was read.
 *
 * @param action where that is sent to
 * @param code the code that was read
 * @param who for whom; empty where this visitor can say it for nobody
 * @param words what else there is to say, or null
 * @param back where one goes on from here
 */
public record CheckInPage(
    String name,
    String when,
    String place,
    String action,
    String code,
    List<One> who,
    @Nullable String words,
    String back) {

  /**
   * Somebody who comes.
   *
   * @param came since when they are known to be here, or null
   */
  public record One(String name, String kind, @Nullable String came) {}
}
