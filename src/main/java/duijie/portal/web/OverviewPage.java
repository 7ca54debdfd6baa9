package duijie.portal.web;

import duijie.pages.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a buyer.
 *
 * @param states how many there are in each state, each leading to those alone
 * @param rows this page's, the next deadline first
 * @param paging where this page stands
 * @param drafts what is being written, the last changed first
 * @param moreDrafts how many more of them there are
 */
public record OverviewPage(
    List<Facet.Choice> states, List<Row> rows, Paging paging, List<Draft> drafts, int moreDrafts) {

  /**
   * A project.
   *
   * @param deadline its deadline to the minute, or null
   * @param left how much time is left to respond, or null where it looks for nobody
   * @param soon whether that is little
   * @param interests how many agencies are interested
   * @param invitations how many were invited
   * @param unanswered how many questions wait for their answer
   */
  public record Row(
      String href,
      String id,
      String name,
      boolean demonstration,
      String state,
      duijie.portal.web.Row.Tone tone,
      @Nullable String deadline,
      @Nullable String left,
      boolean soon,
      int interests,
      int invitations,
      int unanswered) {}

  /**
   * Something that is being written.
   *
   * @param kind what it is to be published as
   * @param blocking how many remarks keep it from being published
   */
  public record Draft(String href, String title, String kind, String stage, int blocking) {}
}
