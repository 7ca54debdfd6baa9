package duijie.sessions.web;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.sessions.MeetingRequest;
import duijie.sessions.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk that there could be, before one of its sides.
 *
 * @param project id of the project
 * @param agency id of the agency
 * @param title whom one would talk with, or about what
 * @param href where one reads of them
 * @param meta what else tells it from others
 * @param mark how it stands, or null where nobody has asked
 * @param words what the other side said, or null
 * @param deeds what one can do now: ask, accept, decline, withdraw
 */
public record Talk(
    String project,
    String agency,
    String title,
    String href,
    List<String> meta,
    @Nullable String mark,
    @Nullable String words,
    List<Deed> deeds) {

  /**
   * Something to do.
   *
   * @param worded whether one may say something with it
   */
  public record Deed(String value, String label, boolean worded) {}

  private static final Deed ASK = new Deed("ask", "约谈", true);
  private static final Deed ACCEPT = new Deed("accept", "同意", false);
  private static final Deed DECLINE = new Deed("decline", "婉拒", true);
  private static final Deed WITHDRAW = new Deed("withdraw", "撤回", false);

  /** The talk as a side sees it, with the request for it or without one. */
  static Talk of(
      Project.Id project,
      Agency.Id agency,
      String title,
      String href,
      List<String> meta,
      @Nullable MeetingRequest request,
      Side side) {
    return new Talk(
        project.value(),
        agency.value(),
        title,
        href,
        meta,
        mark(request, side),
        words(request, side),
        deeds(request, side));
  }

  /** What a side can do with a request, or without one. */
  private static List<Deed> deeds(@Nullable MeetingRequest request, Side side) {
    if (request == null) {
      return List.of(ASK);
    }
    boolean own = request.by() == side;
    return switch (request.state()) {
      case SENT -> own ? List.of(WITHDRAW) : List.of(ACCEPT, DECLINE);
      case ACCEPTED -> own ? List.of(WITHDRAW) : List.of();
      case WITHDRAWN, EXPIRED -> List.of(ASK);
      case DECLINED -> own ? List.of() : List.of(ASK);
    };
  }

  /** How a request stands for a side, or null where there is none. */
  private static @Nullable String mark(@Nullable MeetingRequest request, Side side) {
    if (request == null) {
      return null;
    }
    boolean own = request.by() == side;
    return switch (request.state()) {
      case SENT -> own ? "已约，等对方答复" : "对方想谈，请答复";
      case ACCEPTED -> "双方同意";
      case DECLINED -> own ? "对方婉拒" : "已婉拒";
      case WITHDRAWN -> own ? "已撤回" : "对方已撤回";
      case EXPIRED -> "过期";
    };
  }

  /** What the other side said last, or null. */
  private static @Nullable String words(@Nullable MeetingRequest request, Side side) {
    if (request == null) {
      return null;
    }
    var words = request.by() == side ? request.answer() : request.reason();
    return words.isEmpty() ? null : words;
  }
}
